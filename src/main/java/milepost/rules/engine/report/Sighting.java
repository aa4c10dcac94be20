package milepost.rules.engine.report;

import java.time.LocalDate;
import java.util.List;
import milepost.facts.AsOf;
import milepost.facts.Finding;
import milepost.facts.Severity;

/** A finding of one or several days; the words of a day are put together only when somebody asks for them. */
public final class Sighting {
    private final Finding bare;
    private final List<Candidate> candidates;

    /** Of a finding that is known whole. */
    public Sighting(Finding finding) {
        this(finding, List.of());
    }

    /** Of matches about one subject; {@code bare} is their finding without its words. */
    public Sighting(Finding bare, List<Candidate> candidates) {
        this.bare = bare;
        this.candidates = candidates;
    }

    /** Rule, subject and severity can be relied on. */
    public Finding bare() {
        return bare;
    }

    public Severity severity() {
        return bare.severity();
    }

    /** The whole finding as it is on one of its days. */
    public Finding on(LocalDate day) {
        if (candidates.isEmpty()) {
            return bare;
        }
        AsOf asOf = new AsOf(day);
        List<Finding> reports =
                candidates.stream().map(each -> each.finding(asOf)).toList();
        return Reports.bounded(reports.size() == 1 ? reports.get(0) : Reports.one(reports));
    }
}
