package milepost.web.author.shadow;

import java.util.List;
import milepost.facts.Severity;
import milepost.flags.life.Flag;
import milepost.rules.language.RuleInfo;
import milepost.web.layout.Links;
import milepost.web.layout.Subjects;
import milepost.web.layout.Words;

/**
 * One rule in shadow.
 *
 * @param total how many flags it holds up
 * @param flags the worst of them
 */
public record ShadowView(String title, String href, int total, List<Line> flags) {

    /** One flag. */
    public record Line(Severity severity, String message, String href, String subject, String since) {}

    static ShadowView of(RuleInfo rule, List<Flag> all, int most, Subjects subjects) {
        List<Flag> own = all.stream().filter(f -> f.rule().equals(rule.key())).toList();
        return new ShadowView(
                rule.title(),
                Links.rule(rule.key()),
                own.size(),
                own.stream()
                        .limit(most)
                        .map(f -> new Line(
                                f.severity(), f.message(), Links.flag(f.id()), subjects.name(f), Words.day(f.since())))
                        .toList());
    }
}
