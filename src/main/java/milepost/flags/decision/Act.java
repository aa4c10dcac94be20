package milepost.flags.decision;

import java.util.function.BiPredicate;
import java.util.function.Predicate;
import milepost.facts.Severity;
import org.jspecify.annotations.Nullable;

/** What a person does to a flag. */
public sealed interface Act {

    /** Acknowledges it, accepts it until a date, calls it false, or opens it again. */
    record Decide(Decision decision) implements Act {}

    /**
     * Gives it to a person, or to nobody.
     *
     * @param sees the roadmaps that exist for that person
     */
    record Assign(@Nullable String person, Predicate<String> sees) implements Act {}

    /** Says something about it. */
    record Comment(String text) implements Act {}

    /** Says how bad it is; without a severity what the rule says holds again. */
    record Rate(@Nullable Severity severity, @Nullable String reason) implements Act {}

    /**
     * Takes back what the last person did to it, unless something happened to it since.
     *
     * @param sees whether a roadmap, the second, exists for somebody, the first, who would be given the flag again
     */
    record Undo(BiPredicate<String, String> sees) implements Act {}
}
