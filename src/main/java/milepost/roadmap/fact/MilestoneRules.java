package milepost.roadmap.fact;

import java.time.LocalDate;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Roadmap;
import milepost.facts.Status;

/** What must be true of a milestone before it is stored. */
public final class MilestoneRules {
    private MilestoneRules() {}

    static void check(Milestone m, Roadmap roadmap, Facts facts, LocalDate today, FieldChecks checks) {
        checks.key("key", m.key());
        checks.required("title", "title", m.title(), 200);
        checks.text("description", "description", m.description(), 10_000);
        checks.text("stream", "stream", m.stream(), 120);
        checks.text("owner", "officer", m.owner(), 120);
        checks.source("source", m.source());
        for (int i = 0; i < m.evidence().size(); i++) {
            checks.source("evidence/" + i, m.evidence().get(i));
        }
        checks.year("start", m.start());
        checks.year("due", m.due());
        checks.year("forecast", m.forecast());
        checks.year("completedOn", m.completedOn());
        checks.percent("progress", m.progress());
        if (m.start() != null
                && m.due() != null
                && m.due().last().isBefore(m.start().first())) {
            checks.error("due", "The due date " + m.due() + " is before the start " + m.start() + ".");
        }
        completion(m, today, checks);
        if (m.stage() != null && !roadmap.stages().contains(m.stage())) {
            checks.error(
                    "stage",
                    "The roadmap has no stage \"" + m.stage() + "\"; choose one of "
                            + String.join(", ", roadmap.stages()) + ".");
        }
        for (String key : m.requires()) {
            if (facts.list(Indicator.class).stream().noneMatch(i -> i.key().equals(key))) {
                checks.error("requires", "There is no indicator \"" + key + "\" on this roadmap.");
            }
        }
    }

    private static void completion(Milestone m, LocalDate today, FieldChecks checks) {
        if (m.completedOn() == null) {
            return;
        }
        if (m.status() != Status.DONE) {
            checks.error(
                    "completedOn",
                    "Only a milestone that is done has a completion date; set the status to done or clear the date.");
        }
        if (m.completedOn().first().isAfter(today)) {
            checks.error("completedOn", "The completion date " + m.completedOn() + " lies in the future.");
        }
    }
}
