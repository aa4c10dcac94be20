package milepost.web.layout;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import milepost.facts.Evidence;
import milepost.facts.Severity;
import milepost.flags.Flag;
import milepost.rules.Ruleset;
import milepost.rules.language.RuleInfo;
import org.jspecify.annotations.Nullable;

/**
 * Why a flag is there: what was found, from which facts, by which rule, why that matters and what to do.
 *
 * @param href the page of the flag
 * @param ruleTitle null when the rules in use no longer have this rule
 * @param days whole days since it was first found
 */
public record Why(
        long id,
        Severity severity,
        String message,
        String href,
        String state,
        long days,
        List<Matched> evidence,
        String rule,
        @Nullable String ruleTitle,
        @Nullable String matters,
        @Nullable String remedy,
        String ruleset) {

    /**
     * One value that made the finding true.
     *
     * @param value null when the field was empty or there was no such fact
     * @param absent whether the rule asked for the absence of the fact
     */
    public record Matched(
            String fact, String field, @Nullable String value, boolean absent) {
        static Matched of(Evidence evidence) {
            String fact = evidence.key() == null ? evidence.fact() : evidence.fact() + " " + evidence.key();
            return new Matched(
                    fact, evidence.field(), evidence.value(), evidence.key() == null && evidence.value() == null);
        }
    }

    public static Why of(Flag flag, Ruleset ruleset, Subjects subjects) {
        Optional<RuleInfo> rule = ruleset.findRule(flag.rule());
        return new Why(
                flag.id(),
                flag.severity(),
                flag.message(),
                Links.flag(flag.id()),
                Words.state(flag),
                ChronoUnit.DAYS.between(flag.since(), subjects.today(flag)),
                flag.evidence().stream().map(Matched::of).toList(),
                flag.rule(),
                rule.map(RuleInfo::title).orElse(null),
                rule.map(RuleInfo::why).orElse(null),
                rule.map(RuleInfo::remedy).orElse(null),
                flag.ruleset());
    }
}
