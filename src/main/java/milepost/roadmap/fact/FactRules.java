package milepost.roadmap.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import milepost.facts.Attribute;
import milepost.facts.Confidence;
import milepost.facts.Dependency;
import milepost.facts.Event;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Observation;
import milepost.facts.Participant;
import milepost.facts.ProgressUpdate;
import milepost.facts.Rating;
import milepost.facts.Restriction;
import milepost.facts.Roadmap;
import milepost.facts.ValueKind;
import org.jspecify.annotations.Nullable;

/** What must be true of a fact before it is stored. */
public final class FactRules {
    private FactRules() {}

    public static void check(Object fact, Roadmap roadmap, Facts facts, LocalDate today, FieldChecks checks) {
        if (fact instanceof Milestone milestone) {
            MilestoneRules.check(milestone, roadmap, facts, today, checks);
        } else if (fact instanceof Dependency dependency) {
            dependency(dependency, facts, checks.below("dependencies/" + dependency.predecessor()));
        } else if (fact instanceof Participant p) {
            participant(p, facts, checks.below("participants/" + p.key()));
        } else if (fact instanceof Restriction r) {
            restriction(r, checks);
        } else if (fact instanceof Indicator i) {
            checks.key("key", i.key());
            checks.required("title", "title", i.title(), 200);
            checks.required("unit", "unit", i.unit(), 40);
            checks.text("stage", "stage", i.stage(), 120);
            checks.text("note", "note", i.note(), 10_000);
            number("target", i.target(), checks);
            checks.source("source", i.source());
        } else if (fact instanceof Observation o) {
            observation(o, facts, checks);
        } else if (fact instanceof Event e) {
            checks.key("key", e.key());
            checks.required("title", "title", e.title(), 200);
            checks.year("date", e.date());
            checks.source("source", e.source());
        } else if (fact instanceof ProgressUpdate u) {
            milestone("milestone", u.milestone(), facts, checks);
            checks.text("text", "report", u.text(), 10_000);
            checks.percent("progress", u.progress());
            checks.year("date", u.date());
            checks.year("forecast", u.forecast());
            checks.source("source", u.source());
        } else if (fact instanceof Attribute a) {
            attribute(a, facts, checks.below("attributes/" + a.key()));
        } else if (fact instanceof Rating r) {
            rating(r, facts, today, checks);
        } else if (fact instanceof Roadmap r) {
            roadmap(r, checks);
        }
    }

    private static void participant(Participant p, Facts facts, FieldChecks checks) {
        milestone("milestone", p.milestone(), facts, checks);
        checks.key("key", p.key());
        checks.required("name", "name", p.name(), 200);
        checks.country("jurisdiction", p.jurisdiction());
        checks.text("sector", "sector", p.sector(), 120);
        checks.text("role", "role", p.role(), 120);
    }

    /** A red rating opens a response: what is done, by whom, and when it is looked at again. */
    private static void rating(Rating r, Facts facts, LocalDate today, FieldChecks checks) {
        if (r.milestone() != null) {
            milestone("milestone", r.milestone(), facts, checks);
        }
        checks.required("commentary", "commentary", r.commentary(), 10_000);
        checks.year("date", r.date());
        if (r.date().isAfter(today)) {
            checks.error("date", "A rating speaks of a day that has come; " + r.date() + " has not.");
        }
        if (r.level() == Confidence.RED) {
            checks.required("plan", "plan", r.plan(), 10_000);
            checks.required("responsible", "person who answers for the plan", r.responsible(), 200);
            if (r.reviewOn() == null) {
                checks.error("reviewOn", "Enter the day by which it is to be rated again.");
            }
        }
        checks.text("plan", "plan", r.plan(), 10_000);
        checks.text("responsible", "person who answers for the plan", r.responsible(), 200);
        checks.year("reviewOn", r.reviewOn());
        if (r.reviewOn() != null && !r.reviewOn().isAfter(r.date())) {
            checks.error("reviewOn", "The day of the next rating must come after " + r.date() + ".");
        }
    }

    private static void roadmap(Roadmap r, FieldChecks checks) {
        checks.key("key", r.key());
        checks.required("title", "title", r.title(), 200);
        checks.text("description", "description", r.description(), 10_000);
        checks.country("home", r.home());
        checks.source("directive", r.directive());
    }

    private static void observation(Observation o, Facts facts, FieldChecks checks) {
        checks.key("key", o.key());
        checks.year("date", o.date());
        checks.source("source", o.source());
        if (facts.get(FactKind.INDICATOR, o.indicator()) == null) {
            checks.error("indicator", "There is no indicator \"" + o.indicator() + "\" on this roadmap.");
        }
        checks.text("note", "note", o.note(), 10_000);
        number("value", o.value(), checks);
    }

    private static void attribute(Attribute a, Facts facts, FieldChecks checks) {
        milestone("milestone", a.milestone(), facts, checks);
        checks.required("name", "name", a.name(), 80);
        checks.text("text", "text", a.text(), 20_000);
        checks.text("unit", "unit", a.unit(), 40);
        number("number", a.number(), checks);
        number("numberTo", a.numberTo(), checks);
        checks.year("date", a.date());
        checks.year("dateTo", a.dateTo());
        checks.year("on", a.on());
        if (a.kind() == ValueKind.VALUE && a.number() == null && a.date() == null && a.text() == null) {
            checks.error("kind", "There is no value; give a number, a date or a text, or say why there is none.");
        }
    }

    /** A number such as 1E+99999999 is short to write and long to print. */
    private static void number(String field, @Nullable BigDecimal number, FieldChecks checks) {
        if (number != null && (number.precision() > 18 || Math.abs(number.scale()) > 12)) {
            checks.error(field, "A number has at most 18 digits, 12 of them after the point.");
        }
    }

    private static void restriction(Restriction r, FieldChecks checks) {
        checks.key("key", r.key());
        checks.required("title", "title", r.title(), 200);
        r.imposedBy().forEach(code -> checks.country("imposedBy", code));
        r.targets().forEach(code -> checks.country("targets", code));
        checks.year("from", r.from());
        checks.year("to", r.to());
        if (r.from() != null && r.to() != null && r.to().isBefore(r.from())) {
            checks.error("to", "The last day " + r.to() + " is before the first day " + r.from() + ".");
        }
        checks.source("source", r.source());
    }

    private static void dependency(Dependency d, Facts facts, FieldChecks checks) {
        milestone("predecessor", d.predecessor(), facts, checks);
        milestone("successor", d.successor(), facts, checks);
        Cycles.find(facts.list(Dependency.class), d)
                .ifPresent(path ->
                        checks.error("predecessor", "This would be a circle: " + String.join(" > ", path) + "."));
    }

    private static void milestone(String field, String key, Facts facts, FieldChecks checks) {
        if (facts.findMilestone(key).isEmpty()) {
            checks.error(field, "There is no milestone \"" + key + "\" on this roadmap.");
        }
    }
}
