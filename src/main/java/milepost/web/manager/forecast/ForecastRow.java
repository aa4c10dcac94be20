package milepost.web.manager.forecast;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import milepost.facts.Severity;
import milepost.facts.SubjectKind;
import milepost.foresight.Forecast;
import milepost.foresight.ForecastEvent;
import milepost.rules.Ruleset;
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

    static List<ForecastRow> of(Forecast forecast, Ruleset rules) {
        return Stream.concat(
                        forecast.events().stream().map(e -> of(forecast, e, rules, false)),
                        forecast.silence().stream().map(e -> of(forecast, e, rules, true)))
                .toList();
    }

    private static ForecastRow of(Forecast forecast, ForecastEvent e, Ruleset rules, boolean silent) {
        boolean cleared = e.event() == ForecastEvent.Kind.CLEARED;
        RuleInfo rule = rules.findRule(e.rule()).orElse(null);
        return new ForecastRow(
                e.date(),
                Words.relative(e.date(), forecast.from()),
                Words.sentence(e.event().name()),
                !cleared,
                e.severity(),
                e.subject(),
                href(forecast.roadmap(), e.kind(), e.subject()),
                rule == null ? e.rule() : rule.title(),
                cleared ? "No longer found; until then: " + e.message() : e.message(),
                cleared || rule == null || rule.remedy() == null ? "–" : rule.remedy(),
                silent);
    }

    static String href(String roadmap, SubjectKind kind, String subject) {
        return kind == SubjectKind.MILESTONE ? Links.milestone(roadmap, subject) : Links.roadmap(roadmap);
    }
}
