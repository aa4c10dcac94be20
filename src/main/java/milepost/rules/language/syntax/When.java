package milepost.rules.language.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition as written. */
public sealed interface When {

    Extent at();

    /** {@code $name : Type( items )}. */
    record Pattern(@Nullable Word binding, Word type, List<Item> items, Extent at) implements When {}

    /**
     * One part of a pattern between commas.
     *
     * @param binding the name given to {@code value}; both or neither are there
     * @param test what must hold, null for a mere binding
     */
    record Item(
            @Nullable Word binding,
            @Nullable Node value,
            @Nullable Node test,
            Extent at) {}

    /** Conditions joined by {@code and}, or by {@code or} when {@code any}. */
    record Group(boolean any, List<When> parts, Extent at) implements When {}

    /** {@code not}. */
    record Not(When part, Extent at) implements When {}

    /** {@code exists}. */
    record Exists(When part, Extent at) implements When {}

    /** {@code forall( patterns )}. */
    record ForAll(List<Pattern> patterns, Extent at) implements When {}

    /** {@code accumulate( source; folds; tests )}. */
    record Accumulate(When source, List<Fold> folds, List<Node> tests, Extent at) implements When {}

    /** {@code $result : function( arguments )}. */
    record Fold(Word result, Word function, List<Node> arguments, Extent at) {}
}
