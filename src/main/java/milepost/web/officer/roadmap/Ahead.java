package milepost.web.officer.roadmap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import milepost.facts.Milestone;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.facts.SubjectKind;
import milepost.foresight.ForecastEvent;
import milepost.foresight.Projection;
import milepost.web.layout.Links;
import milepost.web.layout.Words;

/**
 * What the page of a day to come says first: what will have happened to flags by then.
 *
 * @param sum in words, such as {@code 5 raised, 1 cleared}
 * @param complete false when some day on the way could not be evaluated
 */
public record Ahead(String sum, boolean complete, List<Row> rows) {

    /** One change of a flag. */
    public record Row(
            LocalDate date,
            String event,
            Severity severity,
            String title,
            String subject,
            String href,
            String because) {}

    static Ahead of(Projection projection, Snapshot snapshot, java.util.function.Function<String, String> ruleTitle) {
        List<Row> rows = projection.events().stream()
                .map(e -> row(e, snapshot, ruleTitle.apply(e.rule())))
                .toList();
        return new Ahead(sum(projection.events()), projection.complete(), rows);
    }

    private static Row row(ForecastEvent e, Snapshot snapshot, String title) {
        String roadmap = snapshot.roadmap().key();
        boolean milestone = e.kind() == SubjectKind.MILESTONE;
        String name = milestone
                ? snapshot.findMilestone(e.subject()).map(Milestone::title).orElse("")
                : "";
        boolean cleared = e.event() == ForecastEvent.Kind.CLEARED;
        return new Row(
                e.date(),
                Words.sentence(e.event().name()),
                e.severity(),
                title,
                (e.subject() + " " + name).strip(),
                milestone ? Links.milestone(roadmap, e.subject()) : Links.roadmap(roadmap),
                cleared ? "No longer found; until then: " + e.message() : e.message());
    }

    private static String sum(List<ForecastEvent> events) {
        List<String> parts = new ArrayList<>();
        for (ForecastEvent.Kind kind : List.of(
                ForecastEvent.Kind.RAISED,
                ForecastEvent.Kind.RETURNED,
                ForecastEvent.Kind.ESCALATED,
                ForecastEvent.Kind.CLEARED)) {
            long number = events.stream().filter(e -> e.event() == kind).count();
            if (number > 0) {
                parts.add(number + " " + Words.sentence(kind.name()).toLowerCase(java.util.Locale.ROOT));
            }
        }
        return parts.isEmpty() ? "No flag changes" : String.join(", ", parts);
    }
}
