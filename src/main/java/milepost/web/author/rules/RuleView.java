package milepost.web.author.rules;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import milepost.facts.Severity;
import milepost.flags.Flag;
import milepost.flags.RuleInsight;
import milepost.rules.RuleTimes;
import milepost.rules.language.RuleInfo;
import milepost.web.layout.Links;
import milepost.web.layout.Subjects;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a rule prints.
 *
 * @param folder in words
 * @param text the rule as written, line by line
 * @param fared how it has fared
 * @param flags the flags it holds up now, at most as many as the page shows
 */
public record RuleView(RuleInfo rule, String folder, List<List<RuleText.Piece>> text, List<Hit> flags, Fared fared) {

    /**
     * How a rule has fared.
     *
     * @param time null before its first sample
     * @param reviewDue whether the day of its review has passed
     */
    public record Fared(RuleInsight insight, RuleTimes.@Nullable Time time, boolean reviewDue) {

        /** {@code 12 µs}, {@code 3.4 ms}. */
        public String average() {
            if (time == null) {
                return "Not sampled yet";
            }
            double micros = time.average().toNanos() / 1_000.0;
            return micros < 1_000
                    ? String.format(Locale.ROOT, "%.0f µs", micros)
                    : String.format(Locale.ROOT, "%.1f ms", micros / 1_000);
        }
    }

    /** How often it reported. */
    public RuleInsight insight() {
        return fared.insight();
    }

    /** One flag. */
    public record Hit(Severity severity, String message, String href, String subject, long days) {}

    static RuleView of(RuleInfo rule, List<Flag> flags, Fared fared, Subjects subjects) {
        return new RuleView(
                rule,
                Words.sentence(rule.key().substring(0, rule.key().indexOf('/'))),
                RuleText.lines(rule.text()),
                flags.stream().map(flag -> hit(flag, subjects)).toList(),
                fared);
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
