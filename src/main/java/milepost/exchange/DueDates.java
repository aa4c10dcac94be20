package milepost.exchange;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import milepost.facts.Milestone;
import milepost.facts.Precision;
import milepost.facts.Snapshot;
import milepost.facts.Status;
import milepost.facts.TargetDate;
import org.jspecify.annotations.Nullable;

/** The due dates of a roadmap as entries of a calendar, each on the last day that keeps the promise. */
public final class DueDates {
    private DueDates() {}

    /**
     * One entry for each milestone that has a due date and is not cancelled.
     *
     * @param site address of the site, such as {@code https://milepost.example.org}, for links; null for no links
     */
    public static List<Calendar.Entry> of(Snapshot snapshot, @Nullable String site) {
        String roadmap = snapshot.roadmap().key();
        return snapshot.milestones().stream()
                .filter(m -> m.due() != null && m.status() != Status.CANCELLED)
                .map(m -> entry(roadmap, m, Objects.requireNonNull(m.due()), site))
                .toList();
    }

    private static Calendar.Entry entry(String roadmap, Milestone m, TargetDate due, @Nullable String site) {
        String period = due.precision() == Precision.DAY
                ? ""
                : " (" + due + ", precision " + due.precision().name().toLowerCase(Locale.ROOT) + ")";
        String lead = m.status() == Status.DONE ? "Done: " : "Due: ";
        return new Calendar.Entry(
                roadmap + "/" + m.key() + "/due@milepost",
                m.recorded().at(),
                due.last(),
                lead + m.key() + " " + m.title() + period,
                description(m, due),
                site == null ? null : site + "/roadmaps/" + encoded(roadmap) + "/milestones/" + encoded(m.key()),
                "Due dates");
    }

    private static String description(Milestone m, TargetDate due) {
        StringBuilder text = new StringBuilder("Due " + due + ", late after " + due.last() + ".");
        if (m.baseline() != null && !m.baseline().equals(due)) {
            text.append("\nFirst promise ").append(m.baseline()).append('.');
        }
        text.append("\nStatus ")
                .append(m.status().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .append('.');
        text.append(m.owner() == null ? "\nOfficer not recorded." : "\nOfficer " + m.owner() + ".");
        return text.toString();
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8);
    }
}
