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
import milepost.roadmap.Edit;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.Keys;
import milepost.web.officer.form.Values;

/** The form of a report about a milestone; reports are added, never changed. */
public final class ReportForm {
    /** Before the names of its fields, which stand on one page with those of the milestone. */
    static final String REPORT = "report/";

    private ReportForm() {}

    /** A report as typed: it comes first, then what it changes on the milestone. */
    record Read(List<Edit> edits, List<FieldError> errors) {}

    /** A report of today that leaves progress and forecast as they are. */
    public static Form blank(Milestone m, LocalDate today) {
        return new Values()
                .day(REPORT + "date", today)
                .put(REPORT + "progress", m.progress())
                .period(REPORT + "forecast", m.forecast())
                .put(REPORT + "text", null)
                .form();
    }

    static Read read(Form form, Snapshot snapshot, Milestone m, LocalDate today) {
        Answers answers = new Answers(form);
        LocalDate date = date(answers, today);
        Integer progress = answers.percent(REPORT + "progress", "Progress");
        if (progress != null && (progress < 0 || progress > 100)) {
            answers.refuse(REPORT + "progress", "Progress must be a whole number from 0 to 100");
        }
        TargetDate forecast = answers.period(REPORT + "forecast", "Forecast");
        if (answers.text(REPORT + "text") == null) {
            answers.refuse(REPORT + "text", "Say in a sentence how the milestone stands");
        }
        List<String> taken =
                snapshot.updates().stream().map(ProgressUpdate::key).toList();
        ProgressUpdate update = new ProgressUpdate(
                Keys.fresh(m.key() + " report", taken),
                m.key(),
                date,
                progress,
                forecast,
                answers.given(REPORT + "text"),
                answers.source(REPORT + "source"),
                Keys.version(0));
        List<Edit> edits = new ArrayList<>(List.of(new Edit.Put(update)));
        if (newest(snapshot, update) && changes(m, update)) {
            edits.add(revision(m, update));
        }
        return new Read(edits, answers.errors());
    }

    /** The errors of the use case at the fields of this form. */
    static List<FieldError> located(List<FieldError> found) {
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

    private static Edit revision(Milestone m, ProgressUpdate update) {
        Edit.MilestoneRevision same = MilestoneForm.unchanged(m);
        return new Edit.MilestoneRevision(
                same.key(),
                same.version(),
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
