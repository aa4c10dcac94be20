package milepost.web.manager.bulk;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import milepost.access.Person;
import milepost.facts.Severity;
import milepost.flags.life.Flag;
import milepost.web.layout.Parts;
import milepost.web.layout.Subjects;
import milepost.web.layout.Words;
import milepost.web.manager.triage.ActForm;

/**
 * What is asked before something is done to several flags.
 *
 * @param title such as {@code Accept 2 flags}; the button says the same
 * @param chosen how the form names them
 * @param latest last day until which all of them may be accepted
 */
public record BulkView(
        String title,
        ActForm form,
        List<Row> flags,
        List<String> chosen,
        String back,
        int months,
        LocalDate latest,
        List<Person> people) {

    /** One of the flags. */
    public record Row(Severity severity, String message, String subject) {}

    static BulkView of(BulkForm form, List<Flag> flags, Subjects subjects, Parts parts) {
        var policy = parts.flags().triaging().policy();
        return new BulkView(
                form.verb() + " " + Words.count(flags.size(), "flag"),
                form.act(),
                flags.stream()
                        .map(f -> new Row(f.severity(), f.message(), subjects.name(f)))
                        .toList(),
                BulkPages.values(form.flags()),
                form.back(),
                policy.months(),
                flags.stream()
                        .map(f -> policy.latest(subjects.today(f)))
                        .min(LocalDate::compareTo)
                        .orElseGet(() -> policy.latest(parts.today(ZoneOffset.UTC))),
                parts.assignees(flags.stream().map(Flag::roadmap).toList()));
    }
}
