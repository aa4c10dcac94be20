package milepost.rules.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A checked statement of a consequence. */
public sealed interface Statement {

    Span span();

    /** {@code String text = ...;} */
    record Local(Binding binding, Expr value, Span span) implements Statement {}

    /** {@code if (...) {...} else {...}}; the second list may be empty. */
    record If(Expr test, List<Statement> then, List<Statement> otherwise, Span span) implements Statement {}

    /** {@code findings.report(subject, message)}; without a severity the rule's own counts. */
    record Report(Expr subject, @Nullable Expr severity, Expr message, Span span) implements Statement {}
}
