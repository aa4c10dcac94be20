package milepost.web.officer.inbox;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import milepost.facts.Milestone;
import milepost.facts.Problem;
import milepost.facts.Problem.FieldError;
import milepost.facts.Snapshot;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.Saved;
import milepost.web.layout.Parts;
import milepost.web.layout.Words;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Form;
import milepost.web.officer.milestone.ReportForm;
import org.jspecify.annotations.Nullable;

/** A report of today about one milestone: what stands in its form, and what comes of it when it is sent. */
final class Reporting {
    private static final String VERSION = "version";
    private static final String PROGRESS = ReportForm.REPORT + "progress";
    private static final String LINK = ReportForm.REPORT + "source/url";

    private final Parts parts;
    private final Snapshot snapshot;
    private final Milestone milestone;

    private Reporting(Parts parts, Snapshot snapshot, Milestone milestone) {
        this.parts = parts;
        this.snapshot = snapshot;
        this.milestone = milestone;
    }

    /**
     * What came of a report: it was saved, or its form with what is wrong.
     *
     * @param status 422 for what cannot be read, 409 when somebody else was faster
     */
    record Outcome(@Nullable Saved saved, int status, Form form) {
        Saved done() {
            return Objects.requireNonNull(saved);
        }
    }

    /** About a milestone as it is recorded; NOT_FOUND when there is none of this key. */
    static Reporting about(Parts parts, String roadmap, String milestone) {
        Snapshot snapshot = parts.roadmaps().snapshot(roadmap);
        return new Reporting(
                parts,
                snapshot,
                snapshot.findMilestone(milestone)
                        .orElseThrow(() -> new Problem(
                                Problem.Kind.NOT_FOUND,
                                "There is no milestone " + milestone
                                        + " on this roadmap any more; it may have been removed.")));
    }

    Milestone milestone() {
        return milestone;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    LocalDate today() {
        return parts.today(snapshot.roadmap().zone());
    }

    /** A form that leaves everything as it is. */
    Form blank() {
        return ReportForm.blank(milestone, today())
                .with(LINK, "")
                .with(VERSION, String.valueOf(milestone.recorded().version()));
    }

    /** Saves what was typed, as one change of that person. */
    Outcome send(String person, Form typed) {
        return send(person, typed, ReportForm.key(snapshot, milestone));
    }

    /**
     * The same for a report of a known key.
     *
     * @param update key that the report gets; there is at most one of it
     */
    Outcome send(String person, Form typed, String update) {
        ReportForm.About about =
                new ReportForm.About(snapshot, milestone, today(), new Answers(typed).version(VERSION), update);
        ReportForm.Read read = ReportForm.read(dated(typed), about);
        if (!read.errors().isEmpty()) {
            return new Outcome(null, 422, typed.refused(read.errors()));
        }
        try {
            Roadmaps.Author author = new Roadmaps.Author(person, null, null);
            Saved saved = parts.roadmaps().save(author, snapshot.roadmap().key(), read.edits());
            return new Outcome(saved, 200, typed);
        } catch (Problem problem) {
            return switch (problem.kind()) {
                case INVALID -> new Outcome(null, 422, typed.refused(ReportForm.located(problem.fields())));
                case CONFLICT -> conflict(typed);
                default -> throw problem;
            };
        }
    }

    /** The report speaks of today, and its link is called after the site it leads to. */
    private Form dated(Form typed) {
        Form dated = typed.with(ReportForm.REPORT + "date", Words.day(today()));
        String link = new Answers(typed).given(LINK);
        return link.isEmpty() ? dated : dated.with(ReportForm.REPORT + "source/title", host(link));
    }

    private static String host(String link) {
        try {
            String host = new URI(link).getHost();
            return host == null ? link : host;
        } catch (URISyntaxException notAnAddress) {
            return link.length() > 200 ? link.substring(0, 200) : link;
        }
    }

    /** Reads anew, for between the reading of this request and its save someone else was faster. */
    private Outcome conflict(Form typed) {
        Milestone now = about(parts, snapshot.roadmap().key(), milestone.key()).milestone();
        String message = now.recorded().by() + " changed this milestone while you wrote. Recorded now: progress "
                + (now.progress() == null ? "not recorded" : now.progress() + " %") + ", forecast "
                + (now.forecast() == null ? "not recorded" : Words.date(now.forecast()))
                + ". Nothing of yours is saved yet; save again to record what you typed.";
        Form again = typed.with(VERSION, String.valueOf(now.recorded().version()));
        return new Outcome(null, 409, again.refused(List.of(new FieldError(PROGRESS, message))));
    }
}
