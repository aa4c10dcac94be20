package milepost.web.officer.milestone;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import milepost.facts.Milestone;
import milepost.facts.Problem.FieldError;
import milepost.facts.ProgressUpdate;
import milepost.facts.Snapshot;
import milepost.facts.TargetDate;
import milepost.roadmap.fact.Edit;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.Keys;
import milepost.web.officer.form.Values;

/** The form of a report about a milestone; reports are added, never changed. */
public final class ReportForm {
    /** Before the names of its fields, which stand on one page with those of the milestone. */
    public static final String REPORT = "report/";

    private ReportForm() {}

    /** A report as typed: it comes first, then what it changes on the milestone. */
    public record Read(List<Edit> edits, List<FieldError> errors) {}

    /**
     * What a report is about.
     *
     * @param version of the milestone that the officer saw
     * @param update key of the report
     */
    public record About(Snapshot snapshot, Milestone milestone, LocalDate today, long version, String update) {}

    /** A report of today that leaves progress and forecast as they are. */
    public static Form blank(Milestone m, LocalDate today) {
        return new Values()
                .day(REPORT + "date", today)
                .put(REPORT + "progress", m.progress())
                .period(REPORT + "forecast", m.forecast())
                .put(REPORT + "text", null)
                .form();
    }

    /** A report beside the milestone as it is recorded. */
    static Read read(Form form, Snapshot snapshot, Milestone m, LocalDate today) {
        return read(form, new About(snapshot, m, today, m.recorded().version(), key(snapshot, m)));
    }

    /** A key that no report has. */
    public static String key(Snapshot snapshot, Milestone m) {
        List<String> taken =
                snapshot.updates().stream().map(ProgressUpdate::key).toList();
        return Keys.fresh(m.key() + " report", taken);
    }

    public static Read read(Form form, About about) {
        Milestone m = about.milestone();
        Answers answers = new Answers(form);
        LocalDate date = date(answers, about.today());
        Integer progress = answers.percent(REPORT + "progress", "Progress");
        if (progress != null && (progress < 0 || progress > 100)) {
            answers.refuse(REPORT + "progress", "Progress must be a whole number from 0 to 100");
        }
        TargetDate forecast = answers.period(REPORT + "forecast", "Forecast");
        if (answers.text(REPORT + "text") == null) {
            answers.refuse(REPORT + "text", "Say in a sentence how the milestone stands");
        }
        ProgressUpdate update = new ProgressUpdate(
                about.update(),
                m.key(),
                date,
                progress,
                forecast,
                answers.given(REPORT + "text"),
                answers.source(REPORT + "source"),
                Keys.version(0));
        List<Edit> edits = new ArrayList<>(List.of(new Edit.Put(update)));
        if (newest(about.snapshot(), update) && changes(m, update)) {
            edits.add(revision(m, update, about.version()));
        }
        return new Read(edits, answers.errors());
    }

    /** The errors of the use case at the fields of this form. */
    public static List<FieldError> located(List<FieldError> found) {
        return found.stream()
                .map(e -> new FieldError(REPORT + e.field(), e.message()))
                .toList();
    }

    private static LocalDate date(Answers answers, LocalDate today) {
        LocalDate date = answers.day(REPORT + "date", "Date");
        if (date == null && answers.text(REPORT + "date") == null) {
            answers.refuse(REPORT + "date", "Enter the day the report speaks of, such as 12 Dec 2025");
        }
        if (date != null && date.isAfter(today)) {
            answers.refuse(REPORT + "date", "Date must not lie in the future");
        }
        return date == null ? today : date;
    }

    /** A report about an earlier day than the last one says nothing about how the milestone stands now. */
    private static boolean newest(Snapshot snapshot, ProgressUpdate update) {
        return snapshot.updates().stream()
                .filter(u -> u.milestone().equals(update.milestone()))
                .noneMatch(u -> u.date().isAfter(update.date()));
    }

    private static boolean changes(Milestone m, ProgressUpdate update) {
        return !Objects.equals(m.progress(), update.progress()) || !Objects.equals(m.forecast(), update.forecast());
    }

    private static Edit revision(Milestone m, ProgressUpdate update, long version) {
        Edit.MilestoneRevision same = MilestoneForm.unchanged(m);
        return new Edit.MilestoneRevision(
                same.key(),
                version,
                same.title(),
                same.description(),
                same.stream(),
                same.stage(),
                same.status(),
                update.progress(),
                same.start(),
                same.due(),
                update.forecast(),
                same.completedOn(),
                same.owner(),
                same.requires(),
                same.evidence(),
                same.source());
    }
}
