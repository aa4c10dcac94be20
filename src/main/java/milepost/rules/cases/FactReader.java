package milepost.rules.cases;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import milepost.facts.Recorded;
import milepost.facts.Restriction;
import milepost.facts.RestrictionKind;
import milepost.facts.Roadmap;
import milepost.facts.Source;
import milepost.facts.Status;
import milepost.facts.TargetDate;
import milepost.facts.ValueKind;
import org.jspecify.annotations.Nullable;

/** Reads one fact of a case; what a case does not say has the default that the author's guide names. */
final class FactReader {
    private static final Recorded RECORDED = new Recorded(1, Instant.EPOCH, "case");
    private static final TargetDate ANY = TargetDate.day(LocalDate.EPOCH);
    private static final int MOST = 100_000;

    private FactReader() {}

    static Roadmap roadmap(FieldReader in) {
        return new Roadmap(
                in.text("key", "MAP"),
                in.text("title", "The roadmap"),
                in.text("description"),
                or(in.country("home"), "ZZ"),
                in.text("accountable"),
                source(in, "directive"),
                in.day("published"),
                zone(in),
                in.texts("stages"),
                RECORDED);
    }

    static Milestone milestone(FieldReader in) {
        String key = in.needed("key");
        TargetDate due = in.period("due");
        TargetDate baseline = in.has("baseline") ? in.period("baseline") : due;
        boolean later = due != null && baseline != null && due.last().isAfter(baseline.last());
        return new Milestone(
                key,
                in.text("title", key),
                in.text("description"),
                in.text("stream"),
                in.text("stage"),
                or(in.choice("status", Status.class), Status.PLANNED),
                in.whole("progress", 0, 100),
                in.period("start"),
                due,
                baseline,
                in.period("forecast"),
                in.period("completedOn"),
                in.text("owner"),
                in.texts("requires"),
                evidence(in),
                source(in, "source"),
                or(in.whole("slips", 0, MOST), later ? 1 : 0),
                RECORDED);
    }

    static Dependency dependency(FieldReader in) {
        return new Dependency(
                in.needed("predecessor"), in.needed("successor"), or(in.whole("lagDays", 0, MOST), 0), RECORDED);
    }

    static Participant participant(FieldReader in) {
        String milestone = in.needed("milestone");
        in.needed("jurisdiction");
        String jurisdiction = or(in.country("jurisdiction"), "ZZ");
        return new Participant(
                in.text("key", milestone + "-" + jurisdiction),
                milestone,
                in.text("name", jurisdiction),
                jurisdiction,
                in.text("sector"),
                in.text("role"),
                RECORDED);
    }

    static Restriction restriction(FieldReader in) {
        String key = in.needed("key");
        in.needed("kind");
        return new Restriction(
                key,
                in.text("title", key),
                or(in.choice("kind", RestrictionKind.class), RestrictionKind.OTHER),
                in.countries("imposedBy"),
                in.countries("targets"),
                in.text("sector"),
                in.day("from"),
                in.day("to"),
                in.text("note"),
                source(in, "source"),
                RECORDED);
    }

    static Indicator indicator(FieldReader in) {
        String key = in.needed("key");
        return new Indicator(
                key,
                in.text("title", key),
                in.text("stage"),
                in.text("unit", "t/year"),
                in.decimal("target"),
                in.text("note"),
                source(in, "source"),
                RECORDED);
    }

    static Observation observation(FieldReader in) {
        String indicator = in.needed("indicator");
        TargetDate date = in.period("date");
        in.needed("value");
        return new Observation(
                in.text("key", date == null ? indicator : indicator + "@" + date),
                indicator,
                date,
                or(in.decimal("value"), BigDecimal.ZERO),
                in.text("note"),
                source(in, "source"),
                RECORDED);
    }

    static Event event(FieldReader in) {
        String key = in.needed("key");
        in.needed("date");
        return new Event(
                key,
                in.text("title", key),
                or(in.period("date"), ANY),
                in.text("description"),
                source(in, "source"),
                RECORDED);
    }

    static ProgressUpdate update(FieldReader in) {
        String milestone = in.needed("milestone");
        String written = in.needed("date");
        return new ProgressUpdate(
                in.text("key", milestone + "@" + written),
                milestone,
                or(in.day("date"), LocalDate.EPOCH),
                in.whole("progress", 0, 100),
                in.period("forecast"),
                in.text("text", "report"),
                source(in, "source"),
                RECORDED);
    }

    static Attribute attribute(FieldReader in) {
        return new Attribute(
                in.needed("milestone"),
                in.needed("name"),
                or(in.choice("kind", ValueKind.class), ValueKind.VALUE),
                in.text("text"),
                in.decimal("number"),
                in.decimal("numberTo"),
                in.period("date"),
                in.period("dateTo"),
                in.text("unit"),
                or(in.day("on"), LocalDate.EPOCH),
                in.choice("formerKind", ValueKind.class),
                in.decimal("formerNumber"),
                in.period("formerDate"),
                in.day("formerOn"),
                RECORDED);
    }

    static Rating rating(FieldReader in) {
        String milestone = in.text("milestone");
        String written = in.needed("date");
        in.needed("level");
        return new Rating(
                in.text("key", (milestone == null ? "roadmap" : milestone) + "@" + written),
                milestone,
                or(in.choice("level", Confidence.class), Confidence.AMBER),
                or(in.day("date"), LocalDate.EPOCH),
                in.text("commentary", "rated"),
                in.text("plan"),
                in.text("responsible"),
                in.day("reviewOn"),
                RECORDED);
    }

    private static ZoneId zone(FieldReader in) {
        String name = in.text("zone", "UTC");
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            in.mistakes()
                    .add(
                            in.at("zone"),
                            "wrong-value",
                            "roadmap: zone \"" + name + "\" is not one such as Europe/Moscow.");
            return ZoneOffset.UTC;
        }
    }

    private static List<Source> evidence(FieldReader in) {
        List<Source> evidence = new ArrayList<>();
        for (Node item : in.items("evidence")) {
            evidence.add(source(new FieldReader("evidence", item, in.mistakes())));
        }
        return evidence;
    }

    private static @Nullable Source source(FieldReader in, String name) {
        FieldReader inner = in.inner(name);
        return inner == null ? null : source(inner);
    }

    private static Source source(FieldReader in) {
        Source source = new Source(in.needed("title"), in.text("url"), in.text("quote"));
        in.end();
        return source;
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return Objects.requireNonNullElse(value, otherwise);
    }
}
