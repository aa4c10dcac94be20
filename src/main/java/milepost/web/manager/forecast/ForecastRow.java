package milepost.web.manager.forecast;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import milepost.facts.Severity;
import milepost.facts.SubjectKind;
import milepost.foresight.ForecastEvent;
import milepost.rules.language.RuleInfo;
import milepost.web.layout.Links;
import milepost.web.layout.Words;

/**
 * One event in the table of the forecast.
 *
 * @param title of the rule
 * @param change what would prevent it, as the rule says
 * @param silent whether the rule only measures silence
 */
public record ForecastRow(
        LocalDate date,
        String away,
        String event,
        boolean projected,
        Severity severity,
        String subject,
        String href,
        String title,
        String because,
        String change,
        boolean silent) {

    /**
     * The events of a forecast.
     *
     * @param at what keeps an address in the moment, empty for the present
     */
    static List<ForecastRow> of(Start start, String at) {
        return Stream.concat(
                        start.forecast().events().stream().map(e -> of(start, e, at, false)),
                        start.forecast().silence().stream().map(e -> of(start, e, at, true)))
                .toList();
    }

    private static ForecastRow of(Start start, ForecastEvent e, String at, boolean silent) {
        boolean cleared = e.event() == ForecastEvent.Kind.CLEARED;
        RuleInfo rule = start.rules().findRule(e.rule()).orElse(null);
        return new ForecastRow(
                e.date(),
                Words.relative(e.date(), start.forecast().from()),
                Words.sentence(e.event().name()),
                !cleared,
                e.severity(),
                e.subject(),
                href(start.forecast().roadmap(), e.kind(), e.subject()) + at,
                rule == null ? e.rule() : rule.title(),
                cleared ? "No longer found; until then: " + e.message() : e.message(),
                cleared || rule == null || rule.remedy() == null ? "–" : rule.remedy(),
                silent);
    }

    static String href(String roadmap, SubjectKind kind, String subject) {
        return kind == SubjectKind.MILESTONE ? Links.milestone(roadmap, subject) : Links.roadmap(roadmap);
    }
}
