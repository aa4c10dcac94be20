package milepost.web.officer.inbox;

import java.util.List;
import milepost.facts.Severity;
import milepost.facts.Status;
import milepost.web.happened.ChangeRow;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.SavedLine;
import org.jspecify.annotations.Nullable;

/**
 * What the inbox prints.
 *
 * @param names the names under which a milestone is this officer's
 * @param cadence how often reports are owed
 * @param since when the visit before this one ended, null at the first visit
 * @param news what others changed since then, newest first
 * @param links how many links to report without signing in are in use
 * @param open the form that is open, null for none
 * @param saved what the report before this page did
 */
public record InboxView(
        List<String> names,
        String cadence,
        List<Row> rows,
        long overdue,
        List<Given> assigned,
        @Nullable String since,
        List<ChangeRow> news,
        int links,
        @Nullable Open open,
        @Nullable SavedLine saved) {

    /**
     * A milestone of the officer.
     *
     * @param owed when the next report is to come, in words
     * @param late whether it should have come
     */
    public record Row(
            String roadmap,
            String key,
            String title,
            String of,
            String href,
            Status status,
            @Nullable Integer progress,
            @Nullable String due,
            @Nullable String last,
            String owed,
            boolean late,
            List<Flagged> flags) {

        /** Its id in the page. */
        public String id() {
            return "m-" + roadmap + "-" + key;
        }
    }

    /** A flag about a milestone of the officer. */
    public record Flagged(Severity severity, String message, String href) {}

    /** A flag that somebody gave to the officer. */
    public record Given(Severity severity, String subject, String message, String state, String href) {}

    /** The form of a report. */
    public record Open(String roadmap, String milestone, Form form) {
        public String action() {
            return "/roadmaps/" + roadmap + "/inbox/" + milestone;
        }

        boolean of(Row row) {
            return row.roadmap().equals(roadmap) && row.key().equals(milestone);
        }
    }

    InboxView with(@Nullable Open form, @Nullable SavedLine line) {
        return new InboxView(names, cadence, rows, overdue, assigned, since, news, links, form, line);
    }

    /** Whether the form of this row is open. */
    public boolean opens(Row row) {
        return open != null && open.of(row);
    }

    /** Whether a form is open of a milestone that is not in the list: it went to somebody else meanwhile. */
    public boolean stray() {
        return open != null && rows.stream().noneMatch(open::of);
    }

    /** How many flags there are about the officer's milestones. */
    public int flags() {
        return rows.stream().mapToInt(row -> row.flags().size()).sum();
    }
}
