package milepost.web.layout;

import java.util.List;
import milepost.facts.Evidence;
import milepost.facts.Severity;
import milepost.facts.Source;
import milepost.rules.wording.RuleSentences;
import org.jspecify.annotations.Nullable;

/**
 * Why a flag is there: what was found, from which facts, by which rule, why that matters and what to do.
 *
 * @param href the page of the flag, in the moment that is looked at
 * @param ruleTitle null when the rules of that moment do not have this rule
 * @param days whole days since it was first found
 * @param checks what the rule looks for, in words
 * @param counts whether it is part of every count
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
        RuleSentences checks,
        String ruleset,
        boolean counts) {

    /**
     * One value that made the finding true.
     *
     * @param value null when the field was empty or there was no such fact
     * @param absent whether the rule asked for the absence of the fact; the field is then what was looked for
     * @param inWords what was looked for in words, null where the rule of today does not tell
     * @param setBy who recorded it; null for what nobody records, such as the day or an absence
     */
    public record Matched(
            String fact,
            String field,
            @Nullable String value,
            boolean absent,
            @Nullable SetBy setBy,
            @Nullable String inWords) {
        static Matched of(Evidence evidence, @Nullable SetBy setBy, @Nullable String inWords) {
            String fact = evidence.key() == null ? evidence.fact() : evidence.fact() + " " + evidence.key();
            boolean absent = evidence.key() == null && evidence.value() == null;
            return new Matched(fact, evidence.field(), evidence.value(), absent, setBy, inWords);
        }

        /** What the rule looked for and did not find. */
        public String lookedFor() {
            return Why.lookedFor(fact, field);
        }
    }

    /** {@code Observation( indicator == processing-capacity )}: what a rule looked for and did not find. */
    public static String lookedFor(Evidence absence) {
        return lookedFor(absence.fact(), absence.field());
    }

    private static String lookedFor(String fact, String conditions) {
        return conditions.isEmpty() ? "any " + fact : fact + "( " + conditions + " )";
    }

    /**
     * Who recorded a value, and where that can be read again.
     *
     * @param href the change
     */
    public record SetBy(
            String who,
            String when,
            @Nullable String reason,
            @Nullable Source source,
            String href) {}
}
