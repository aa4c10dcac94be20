package milepost.foresight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import milepost.facts.Milestone;
import milepost.facts.Precision;
import milepost.facts.Source;
import milepost.facts.Status;
import milepost.facts.TargetDate;
import milepost.roadmap.fact.Edit;
import org.jspecify.annotations.Nullable;

/** What might be changed on one milestone, for the fields that a rule has read. */
final class MilestoneAttempts {
    private static final int DAYS = 2 * 366;
    private static final Source PROOF = new Source("Proof of completion", null, null);

    private final Milestone m;
    private final LocalDate today;

    MilestoneAttempts(Milestone milestone, LocalDate today) {
        this.m = milestone;
        this.today = today;
    }

    List<Attempt> of(Set<String> fields) {
        List<Attempt> all = new ArrayList<>();
        if (fields.contains("owner") && m.owner() == null) {
            all.add(once("Name the owner of " + m.key(), Draft.owner(m, "the officer in charge")));
        }
        if (fields.contains("progress")) {
            all.add(progress());
        }
        if (fields.contains("start")) {
            all.add(once("Record that " + m.key() + " started", Draft.start(m, TargetDate.day(today))));
        }
        if (fields.contains("forecast") && m.due() != null) {
            all.add(once("Set the forecast of " + m.key() + " to " + m.due(), Draft.forecast(m, m.due())));
        }
        for (String requirement : m.requires()) {
            if (fields.contains("requires")) {
                all.add(once("Drop the requirement " + requirement + " of " + m.key(), Draft.without(m, requirement)));
            }
        }
        if (fields.stream().anyMatch(f -> f.startsWith("evidence"))) {
            all.add(once("Add what proves " + m.key() + " done", Draft.proven(m, PROOF)));
        }
        if (fields.stream().anyMatch(f -> f.equals("due") || f.startsWith("due."))) {
            stated().ifPresent(all::add);
            all.add(dated());
        }
        all.addAll(states(fields));
        return all;
    }

    /** A due date: for one that has none a first one, for one that has it the smallest move to later. */
    Attempt dated() {
        TargetDate due = m.due();
        LocalDate first =
                due == null || due.last().isBefore(today) ? today : due.last().plusDays(1);
        return new Attempt.Smallest(DAYS, k -> {
            TargetDate date = TargetDate.day(first.plusDays(k));
            String text = due == null
                    ? "Set the due date of " + m.key() + ", " + date + " or later"
                    : "Agree " + date + " or later as the due date of " + m.key() + moved(due, date);
            return once(text, Draft.due(m, date));
        });
    }

    /** The same promise, said more exactly; a date that is known to the day or month already cannot be. */
    private Optional<Attempt> stated() {
        TargetDate due = m.due();
        if (due == null || due.precision() == Precision.DAY || due.precision() == Precision.MONTH) {
            return Optional.empty();
        }
        TargetDate month = TargetDate.of(due.last(), Precision.MONTH);
        String text = "State the due date of " + m.key() + " to the month or the day, such as " + month;
        return Optional.of(once(text, Draft.due(m, month)));
    }

    private Attempt progress() {
        int now = m.progress() == null ? 0 : m.progress();
        return new Attempt.Smallest(
                100 - now,
                k -> once("Report at least " + (now + 1 + k) + " % progress of " + m.key(), Draft.progress(m, (int)
                        (now + 1 + k))));
    }

    private List<Attempt> states(Set<String> fields) {
        List<Attempt> all = new ArrayList<>();
        if (!fields.contains("open") && !fields.contains("status")) {
            return all;
        }
        if (m.open()) {
            all.add(once("Record " + m.key() + " as done, with what proves it", Draft.done(m, PROOF, today)));
        }
        if (m.status() != Status.IN_PROGRESS && m.status() != Status.PLANNED) {
            all.add(state("Report " + m.key() + " as in progress", Status.IN_PROGRESS));
        }
        if (m.status() == Status.IN_PROGRESS && fields.contains("status")) {
            all.add(state("Report " + m.key() + " as planned, not begun", Status.PLANNED));
        }
        if (m.open()) {
            all.add(state("Cancel " + m.key(), Status.CANCELLED));
        }
        return all;
    }

    private Attempt state(String text, Status status) {
        return once(text, Draft.status(m, status, today));
    }

    private static String moved(@Nullable TargetDate from, TargetDate to) {
        return from == null ? "" : ", " + from.daysBefore(to.last()) + " days after " + from;
    }

    private static Attempt.Once once(String text, Edit edit) {
        return new Attempt.Once(text, edit);
    }
}
