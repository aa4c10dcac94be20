package milepost.web.author.rules;

import java.time.temporal.ChronoUnit;
import java.util.List;
import milepost.facts.Severity;
import milepost.flags.Flag;
import milepost.flags.RuleInsight;
import milepost.rules.language.RuleInfo;
import milepost.web.layout.Links;
import milepost.web.layout.Subjects;
import milepost.web.layout.Words;

/**
 * What the page of a rule prints.
 *
 * @param folder in words
 * @param text the rule as written, line by line
 * @param insight how it has fared
 * @param flags the flags it holds up now, at most as many as the page shows
 */
public record RuleView(
        RuleInfo rule, String folder, List<List<RuleText.Piece>> text, List<Hit> flags, RuleInsight insight) {

    /** One flag. */
    public record Hit(Severity severity, String message, String href, String subject, long days) {}

    static RuleView of(RuleInfo rule, List<Flag> flags, RuleInsight insight, Subjects subjects) {
        return new RuleView(
                rule,
                Words.sentence(rule.key().substring(0, rule.key().indexOf('/'))),
                RuleText.lines(rule.text()),
                flags.stream().map(flag -> hit(flag, subjects)).toList(),
                insight);
    }

    private static Hit hit(Flag flag, Subjects subjects) {
        return new Hit(
                flag.severity(),
                flag.message(),
                Links.flag(flag.id()),
                subjects.name(flag),
                ChronoUnit.DAYS.between(flag.since(), subjects.today(flag)));
    }
}
