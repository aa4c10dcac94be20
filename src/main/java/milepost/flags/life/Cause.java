package milepost.flags.life;

import org.jspecify.annotations.Nullable;

/**
 * Why a flag changed.
 *
 * @param ref what exactly: the id of the change, the day, the version of the rules, the name of the person
 */
public record Cause(Kind kind, @Nullable String ref) {

    /** The kinds of cause. */
    public enum Kind {
        EDIT,
        CLOCK,
        RULES,
        IMPORT,
        EXPIRY,
        PERSON
    }
}
