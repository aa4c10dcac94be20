package milepost.rules.wording.clause;

import java.math.BigDecimal;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.language.Operator;
import milepost.rules.language.Type;
import milepost.rules.wording.words.Constants;
import org.jspecify.annotations.Nullable;

/** What comes of taking all matches together. */
public final class Folds {
    /** What is said where a count only asks whether there is any. */
    public static final String SOME = "there is at least one";

    public static final String NONE = "there is none";

    private Folds() {}

    static String noun(Condition.Fold fold, Names names) {
        String which = names.together(fold);
        Expr argument = fold.argument();
        if (argument == null || fold.function() == Condition.Function.COUNT) {
            return which.isEmpty() ? "their number" : "the number of " + which;
        }
        Spoken spoken = Spoken.of(argument, null, names);
        boolean fact = spoken.expr() instanceof Expr.Variable || spoken.at() == null;
        String value = fact
                ? ""
                : new Nouns(names, spoken.at()).of(argument, spoken.at()).tail();
        boolean date = argument.type() == Type.Simple.DATE;
        String them = which.isEmpty() ? "them" : which;
        String theirs = which.isEmpty() ? "their " + value : "the " + value + " of " + which;
        return switch (fold.function()) {
            case SUM -> "the sum of " + theirs;
            case AVERAGE -> "the average of " + theirs;
            case MIN -> (date ? "the earliest " : "the least ") + value + " among " + them;
            case MAX -> (date ? "the latest " : "the greatest ") + value + " among " + them;
            case COLLECT_SET -> fact ? "the set of " + them : "the different values of " + theirs;
            default -> fact ? "the list of " + them : "the " + value + " of each of " + them;
        };
    }

    /** {@code there is at least one}, {@code there are at least 3}; null where a count is compared with anything else. */
    static @Nullable String counted(Condition.Fold fold, Operator operator, Expr with) {
        boolean counts = fold.argument() == null || fold.function() == Condition.Function.COUNT;
        if (!counts || !(with instanceof Expr.Constant constant) || !(constant.value() instanceof Long number)) {
            return null;
        }
        long least = operator == Operator.GREATER ? number + 1 : number;
        return switch (operator) {
            case GREATER, GREATER_OR_EQUAL -> least == 1 ? SOME : "there are at least " + said(least);
            case LESS -> "there are fewer than " + said(number);
            case LESS_OR_EQUAL -> "there are at most " + said(number);
            case EQUAL ->
                number == 0 ? NONE : number == 1 ? "there is exactly one" : "there are exactly " + said(number);
            case NOT_EQUAL -> number == 0 ? SOME : "there are not exactly " + said(number);
            default -> null;
        };
    }

    private static String said(long number) {
        return Constants.said(BigDecimal.valueOf(number), "");
    }
}
