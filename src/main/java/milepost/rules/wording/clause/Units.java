package milepost.rules.wording.clause;

import java.util.Objects;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.language.Operator;
import milepost.rules.wording.words.Phrases;

/** The unit that a number of a rule is in, as far as the vocabulary knows it. */
public final class Units {
    private final Names names;

    Units(Names names) {
        this.names = names;
    }

    /** {@code %}, {@code days}, or nothing. */
    String of(Expr expr) {
        Spoken spoken = Spoken.of(expr, null, names);
        Expr value = spoken.expr();
        if (spoken.fold() != null) {
            Condition.Fold fold = spoken.fold();
            boolean counts = fold.function() == Condition.Function.COUNT || fold.argument() == null;
            return counts ? "" : of(Objects.requireNonNull(fold.argument()));
        }
        if (value instanceof Expr.Binary binary) {
            boolean sums = binary.operator() == Operator.PLUS || binary.operator() == Operator.MINUS;
            String left = sums ? of(binary.left()) : "";
            return sums && left.isEmpty() ? of(binary.right()) : left;
        }
        if (value instanceof Expr.Negate negate) {
            return of(negate.operand());
        }
        String word = value instanceof Expr.Call call
                ? Phrases.owner(call.target().type()) + "." + call.method().name()
                : spoken.property();
        return word == null ? "" : Objects.requireNonNullElse(Phrases.find(word + ".unit"), "");
    }

    /** What is added to percents are points. */
    static String points(String unit) {
        return unit.equals("%") ? "percentage points" : unit.equals("times") ? "" : unit;
    }
}
