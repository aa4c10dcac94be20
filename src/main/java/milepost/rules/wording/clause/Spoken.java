package milepost.rules.wording.clause;

import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.wording.words.Phrases;
import org.jspecify.annotations.Nullable;

/**
 * An expression with the fact around it, a name replaced by what it stands for.
 *
 * @param at the pattern it is written in; null in a consequence and in the tests of an accumulate
 * @param fold the result of an accumulate that it is, null for anything else
 */
public record Spoken(Expr expr, Condition.@Nullable Pattern at, Condition.@Nullable Fold fold) {

    static Spoken of(Expr expr, Condition.@Nullable Pattern at, Names names) {
        if (expr instanceof Expr.Variable variable) {
            Names.Meant meant = names.of(variable.binding());
            if (meant != null && meant.fold() != null) {
                return new Spoken(expr, at, meant.fold());
            }
            if (meant != null && meant.value() != null) {
                return of(meant.value(), meant.pattern(), names);
            }
        }
        return new Spoken(expr, at, null);
    }

    /** The property it reads, as it stands in the list of words; null when it reads none. */
    @Nullable String property() {
        return expr instanceof Expr.Read read
                ? Phrases.owner(read.target().type()) + "." + read.property().name()
                : null;
    }

    /** Whether it is what others refer to a fact by. */
    boolean identity() {
        return expr instanceof Expr.Read read
                && (read.property().name().equals("key") || "Stage.name".equals(property()))
                && (read.target() instanceof Expr.Self || read.target() instanceof Expr.Variable);
    }

    boolean constant() {
        return expr instanceof Expr.Constant;
    }

    /** Whether it is nothing but null. */
    boolean nothing() {
        return expr instanceof Expr.Constant constant && constant.value() == null;
    }
}
