package milepost.rules.book;

import java.time.Instant;
import milepost.rules.Ruleset;
import org.jspecify.annotations.Nullable;

/**
 * The rules that judge what was known at an instant.
 *
 * @param number of their version, 0 when they were never published
 * @param published when, null when they never were
 * @param later whether they were published only after that instant, because no usable version is older: they are the oldest there
 *     are
 */
public record InForce(long number, @Nullable Instant published, boolean later, Ruleset ruleset) {

    static InForce unpublished(Rulebook.Current current) {
        return new InForce(0, null, false, current.ruleset());
    }

    static InForce of(RulesetVersion version, boolean later, Ruleset ruleset) {
        return new InForce(version.number(), version.at(), later, ruleset);
    }

    /** Which rules, in words. */
    public String sentence() {
        if (published == null) {
            return "ruleset " + ruleset.version() + ", which was not published";
        }
        return "ruleset " + number + " (" + ruleset.version() + "), published " + published
                + (later ? ", the oldest there is: none had been published by then" : "");
    }

    /** {@code 3}; the hash of rules that have no number. */
    public String name() {
        return number == 0 ? ruleset.version() : String.valueOf(number);
    }
}
