package milepost.flags.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a rule has fared.
 *
 * @param active flags of it that count now
 * @param ever flags it has ever raised
 * @param accepted of these, those that stand accepted
 * @param falsePositives of these, those that stand called false
 * @param lastRaised when a flag of it last became active; null when it never reported
 */
public record RuleInsight(
        String rule,
        int active,
        int ever,
        int accepted,
        int falsePositives,
        @Nullable Instant lastRaised) {

    /** Of a rule that never reported. */
    public static RuleInsight never(String rule) {
        return new RuleInsight(rule, 0, 0, 0, 0, null);
    }

    /** Whether people called at least a third of three or more flags false: the rule says more than is so. */
    public boolean noisy() {
        return ever >= 3 && falsePositives * 3 >= ever;
    }
}
