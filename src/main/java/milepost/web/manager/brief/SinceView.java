package milepost.web.manager.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import milepost.facts.Milestone;
import milepost.facts.Severity;
import milepost.facts.TargetDate;
import milepost.roadmap.period.PeriodChanges;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * What is different from the last frozen period, as a brief says it.
 *
 * @param period name of the period, with its last day
 * @param lines the weightiest differences
 * @param total how many there are in all
 */
public record SinceView(String period, List<Line> lines, int total) {

    /** One difference; without a severity it is about a milestone or the whole roadmap. */
    public record Line(String what, @Nullable Severity severity, String subject, String text) {}

    static SinceView of(PeriodChanges changes, int most) {
        List<Line> lines = new ArrayList<>();
        if (changes.before() != changes.after()) {
            lines.add(new Line(
                    "Health",
                    null,
                    "",
                    Words.sentence(changes.before().name()) + " → "
                            + Words.sentence(changes.after().name())));
        }
        changes.raised().forEach(f -> lines.add(new Line("Raised", f.severity(), f.subject(), f.message())));
        changes.milestones().forEach(moved -> lines.add(line(moved)));
        changes.cleared().forEach(f -> lines.add(new Line("Cleared", f.severity(), f.subject(), f.message())));
        return new SinceView(
                changes.since().name() + ", " + Words.day(changes.since().to()),
                lines.stream().limit(most).toList(),
                lines.size());
    }

    /** The same in one sentence. */
    static String sentence(PeriodChanges changes) {
        String what = changes.any()
                ? changes.raised().size() + " raised, " + changes.cleared().size() + " cleared, "
                        + Words.count(changes.milestones().size(), "milestone") + " changed"
                : "nothing changed";
        return "Since " + changes.since().name() + ", "
                + Words.day(changes.since().to()) + ": " + what;
    }

    private static Line line(PeriodChanges.Moved moved) {
        Milestone before = moved.before();
        Milestone after = moved.after();
        if (before == null) {
            Milestone added = Objects.requireNonNull(after);
            return new Line("Added", null, added.key(), added.title());
        }
        if (after == null) {
            return new Line("Removed", null, before.key(), before.title());
        }
        List<String> fields = new ArrayList<>();
        add(fields, "status", Words.status(before.status()), Words.status(after.status()));
        add(fields, "due", date(before.due()), date(after.due()));
        add(fields, "forecast", date(before.forecast()), date(after.forecast()));
        add(fields, "completed", date(before.completedOn()), date(after.completedOn()));
        add(fields, "progress", percent(before.progress()), percent(after.progress()));
        return new Line("Changed", null, after.key(), String.join("; ", fields));
    }

    private static void add(List<String> fields, String name, String before, String after) {
        if (!before.equals(after)) {
            fields.add(name + " " + before + " → " + after);
        }
    }

    private static String date(@Nullable TargetDate date) {
        return date == null ? "not recorded" : Words.date(date);
    }

    private static String percent(@Nullable Integer percent) {
        return percent == null ? "not recorded" : percent + "%";
    }
}
