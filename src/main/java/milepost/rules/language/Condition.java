package milepost.rules.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A checked condition of a rule. */
public sealed interface Condition {

    Span span();

    /** One fact and what must hold for it, in the order written. */
    record Pattern(FactType fact, @Nullable Binding binding, List<Item> items, Span span) implements Condition {}

    /** A part of a pattern. */
    sealed interface Item {
        Span span();
    }

    /** {@code $due : due} inside a pattern. */
    record Bind(Binding binding, Expr value, Span span) implements Item {}

    /** A constraint: an expression that must be true; null counts as false. */
    record Test(Expr expr, Span span) implements Item {}

    /** All of them. */
    record All(List<Condition> parts, Span span) implements Condition {}

    /** At least one of them; each that holds is a match of its own. */
    record Any(List<Condition> parts, Span span) implements Condition {}

    /** No match of it. */
    record Not(Condition part, Span span) implements Condition {}

    /** At least one match of it, counted once. */
    record Exists(Condition part, Span span) implements Condition {}

    /** Every fact of the domain also meets the requirements. */
    record Forall(Pattern domain, List<Pattern> requirements, Span span) implements Condition {}

    /** Results over all matches of the source, then tests on the results. */
    record Accumulate(Condition source, List<Fold> folds, List<Test> tests, Span span) implements Condition {}

    /** One result of an accumulate; the argument is null for a plain count. */
    record Fold(Function function, @Nullable Expr argument, Binding result, Span span) {}

    /** The built-in functions. */
    enum Function {
        COUNT,
        SUM,
        AVERAGE,
        MIN,
        MAX,
        COLLECT_LIST,
        COLLECT_SET
    }
}
