package milepost.web.officer.milestone;

import java.time.LocalDate;
import milepost.facts.Milestone;
import milepost.facts.ProgressUpdate;
import milepost.facts.Snapshot;
import milepost.facts.TargetDate;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.Keys;
import milepost.web.officer.form.Values;

/** The form of a report about a milestone; reports are added, never changed. */
public final class ReportForm {
    private ReportForm() {}

    /** A report of today that leaves progress and forecast as they are. */
    public static Form blank(Milestone m, LocalDate today) {
        return new Values()
                .day("date", today)
                .put("progress", m.progress())
                .period("forecast", m.forecast())
                .put("text", null)
                .form();
    }

    /** The report as typed. */
    public static ProgressUpdate read(Answers answers, Snapshot snapshot, String milestone) {
        LocalDate date = answers.day("date", "Date");
        if (date == null && answers.text("date") == null) {
            answers.refuse("date", "Enter the day the report speaks of, such as 12 Dec 2025");
        }
        Integer progress = answers.percent("progress", "Progress");
        TargetDate forecast = answers.period("forecast", "Forecast");
        return new ProgressUpdate(
                Keys.fresh(
                        milestone + " report",
                        snapshot.updates().stream().map(ProgressUpdate::key).toList()),
                milestone,
                date == null ? LocalDate.EPOCH : date,
                progress,
                forecast,
                answers.given("text"),
                answers.source("source"),
                Keys.version(0));
    }
}
