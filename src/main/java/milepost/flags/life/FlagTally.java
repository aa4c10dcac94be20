package milepost.flags.life;

import java.util.List;
import milepost.facts.Severity;
import milepost.flags.decision.Triage;
import org.jspecify.annotations.Nullable;

/**
 * How many flags agree in all of these; every count on a page is a sum of some of them.
 *
 * @param assignee name of the person who looks after them, null for nobody
 */
public record FlagTally(
        String roadmap,
        String rule,
        Severity severity,
        FlagState state,
        Triage triage,
        @Nullable String assignee,
        int count) {

    /** What may have been decided about a flag that counts. */
    public static final List<Triage> COUNTED = List.of(Triage.UNTRIAGED, Triage.ACKNOWLEDGED);

    /**
     * The one rule by which flags are counted, wherever the product says how many there are or how something stands: the rules
     * find it now, and nobody accepted it or called it false. An acknowledged flag counts: it was seen, and it is still so.
     */
    public static boolean counts(FlagState state, Triage triage) {
        return state == FlagState.ACTIVE && COUNTED.contains(triage);
    }

    /** Whether these are part of every count. */
    public boolean counts() {
        return counts(state, triage);
    }

    /** The folder of the rule, such as {@code schedule}. */
    public String folder() {
        return rule.substring(0, Math.max(0, rule.indexOf('/')));
    }
}
