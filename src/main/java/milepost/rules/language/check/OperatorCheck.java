package milepost.rules.language.check;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import milepost.rules.language.Expr;
import milepost.rules.language.Operator;
import milepost.rules.language.Type;
import milepost.rules.language.Type.Simple;
import milepost.rules.language.syntax.Node;
import milepost.rules.language.syntax.Word;
import milepost.rules.language.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Decides which operands an operator can have, and what comes of them. */
final class OperatorCheck {
    private static final Map<String, Operator> OPERATORS =
            Arrays.stream(Operator.values()).collect(Collectors.toMap(Operator::text, o -> o));

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

    private final FileContext file;
    private final boolean java;

    OperatorCheck(FileContext file, boolean java) {
        this.file = file;
        this.java = java;
    }

    @Nullable Expr binary(Node.Infix infix, Expr left, Expr right) {
        Operator operator =
                Objects.requireNonNull(OPERATORS.get(infix.operator().text()));
        if (periodWithDay(infix, left.type(), right.type())) {
            return null;
        }
        Type type = switch (operator) {
            case OR, AND -> Simple.BOOLEAN;
            case EQUAL, NOT_EQUAL -> equatable(left, right, infix.operator(), infix.right()) ? Simple.BOOLEAN : null;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                orderable(infix, left, right) ? Simple.BOOLEAN : null;
            case PLUS, MINUS, TIMES, DIVIDED_BY, REMAINDER -> arithmetic(infix, left, right);
            case CONTAINS, NOT_CONTAINS -> holds(infix, left, right);
            case MEMBER_OF, NOT_MEMBER_OF -> holds(infix, right, left);
            case MATCHES, NOT_MATCHES -> matches(infix, left, right);
            case STARTS_WITH, ENDS_WITH -> texts(infix, left, right, Simple.TEXT);
            case HAS_LENGTH -> texts(infix, left, right, Simple.INTEGER);
        };
        return type == null ? null : new Expr.Binary(operator, left, right, type, file.span(infix.at()));
    }

    /** Whether the two can be equal; complains if not. */
    boolean equatable(Expr left, Expr right, Word operator, Node rightNode) {
        Type a = left.type();
        Type b = right.type();
        if (!Types.comparable(a, b)) {
            Type.Constants constants = a instanceof Type.Constants c ? c : null;
            if (constants != null && right instanceof Expr.Constant text && text.value() instanceof String word) {
                textForConstant(constants, rightNode, word);
            } else {
                cannotCompare(operator, a, b);
            }
            return false;
        }
        boolean reference = a == Simple.TEXT || a == Simple.DATE || a == Simple.DECIMAL || a instanceof Type.Thing;
        if (java && reference && b != Simple.NULL) {
            String method = a == Simple.DECIMAL ? "compareTo" : a == Simple.DATE ? "isEqual" : "equals";
            file.complain(
                    operator.at(),
                    "compare-in-java",
                    "In a consequence " + Types.shown(a) + " is compared with ." + method + "( … ).");
            return false;
        }
        return true;
    }

    private void textForConstant(Type.Constants constants, Node node, String word) {
        String name = constants.of().getSimpleName();
        boolean known = Vocabulary.constantsOf(constants.of()).contains(word);
        file.complain(
                node.at(),
                "type",
                "cannot compare " + name + " with text; write " + name + "."
                        + (known ? word : "… with one of " + String.join(", ", Vocabulary.constantsOf(constants.of())))
                        + ".",
                known ? name + "." + word : null);
    }

    /** Whether a period is compared with a day, of which only its last day can be meant; complains if so. */
    private boolean periodWithDay(Node.Infix infix, Type a, Type b) {
        Node period = targetDate(a) && b == Simple.DATE
                ? infix.left()
                : targetDate(b) && a == Simple.DATE ? infix.right() : null;
        if (period == null || !COMPARISONS.contains(infix.operator().text())) {
            return false;
        }
        String last = file.text().substring(period.at().from(), period.at().to()) + (java ? ".last()" : ".last");
        file.complain(
                period.at(),
                "type",
                "cannot compare TargetDate with a date: it may be a month or a year; compare its last day, " + last
                        + ".",
                last);
        return true;
    }

    private void cannotCompare(Word operator, Type a, Type b) {
        file.complain(
                operator.at(), "type", "cannot compare " + Types.shown(a) + " with " + Types.shown(b) + hint(a, b));
    }

    private String hint(Type a, Type b) {
        boolean date = a == Simple.DATE || b == Simple.DATE;
        boolean target = targetDate(a) || targetDate(b);
        boolean text = a == Simple.TEXT || b == Simple.TEXT;
        return date && text
                ? "; for a fixed day compare its parts, such as due.last.year >= 2027."
                : target ? "; compare its last day, such as due.last." : date ? "; dates compare with dates." : ".";
    }

    private static boolean targetDate(Type type) {
        return type instanceof Type.Thing thing && thing.fact().name().equals("TargetDate");
    }

    private boolean orderable(Node.Infix infix, Expr left, Expr right) {
        Type a = left.type();
        Type b = right.type();
        if (!Types.ordered(a, b)) {
            boolean alike = Types.same(a, b) && !targetDate(a);
            if (alike) {
                file.complain(
                        infix.operator().at(),
                        "type",
                        "cannot say which of two comes first: " + Types.shown(a) + " has no order; use == or !=.");
            } else {
                cannotCompare(infix.operator(), a, b);
            }
            return false;
        }
        if (java && !(a == Simple.INTEGER && b == Simple.INTEGER)) {
            String method = a == Simple.DATE ? "isBefore or .isAfter" : "compareTo";
            file.complain(
                    infix.operator().at(),
                    "compare-in-java",
                    "In a consequence " + Types.shown(a) + " is compared with ." + method + "( … ).");
            return false;
        }
        return true;
    }

    private @Nullable Type arithmetic(Node.Infix infix, Expr left, Expr right) {
        Type a = left.type();
        Type b = right.type();
        boolean plus = infix.operator().text().equals("+");
        if (plus && (a == Simple.TEXT || b == Simple.TEXT)) {
            return Simple.TEXT;
        }
        if (!Types.isNumber(a) || !Types.isNumber(b)) {
            boolean days = (a == Simple.DATE || targetDate(a)) && (b == Simple.DATE || targetDate(b));
            String dates = days
                    ? " Count the days between two dates with due.daysAfter( $other ) or due.daysBefore( $other )."
                    : a == Simple.DATE ? " Use plusDays or minusDays for dates." : "";
            file.complain(
                    infix.operator().at(),
                    "type",
                    "cannot calculate with " + Types.shown(a) + " and " + Types.shown(b) + "." + dates);
            return null;
        }
        if (a == Simple.INTEGER && b == Simple.INTEGER) {
            return Simple.INTEGER;
        }
        if (java) {
            file.complain(
                    infix.operator().at(),
                    "decimal-in-java",
                    "In a consequence decimal numbers are calculated with .add, .subtract or .multiply; better calculate in the conditions.");
            return null;
        }
        return Simple.DECIMAL;
    }

    /** {@code whole contains part}, or the same the other way round. */
    private @Nullable Type holds(Node.Infix infix, Expr whole, Expr part) {
        Type inside = whole.type() instanceof Type.ListOf list
                ? list.element()
                : whole.type() == Simple.TEXT ? Simple.TEXT : null;
        boolean member = infix.operator().text().endsWith("memberOf");
        if (inside == null || (member && !(whole.type() instanceof Type.ListOf))) {
            file.complain(
                    infix.operator().at(),
                    "type",
                    infix.operator().text() + " needs a list" + (member ? "" : " or a text") + ", not "
                            + Types.shown(whole.type()) + ".");
            return null;
        }
        if (!Types.same(inside, part.type())) {
            file.complain(
                    infix.operator().at(),
                    "type",
                    "cannot look for " + Types.shown(part.type()) + " among " + Types.shown(inside) + ".");
            return null;
        }
        return Simple.BOOLEAN;
    }

    private @Nullable Type texts(Node.Infix infix, Expr left, Expr right, Type wanted) {
        if (left.type() != Simple.TEXT || right.type() != wanted) {
            file.complain(
                    infix.operator().at(),
                    "type",
                    infix.operator().text() + " stands between text and " + Types.shown(wanted) + ", not between "
                            + Types.shown(left.type()) + " and " + Types.shown(right.type()) + ".");
            return null;
        }
        return Simple.BOOLEAN;
    }

    private @Nullable Type matches(Node.Infix infix, Expr left, Expr right) {
        if (texts(infix, left, right, Simple.TEXT) == null) {
            return null;
        }
        if (!(right instanceof Expr.Constant constant) || !(constant.value() instanceof String pattern)) {
            file.complain(infix.right().at(), "regex", "After matches stands a text in quotes.");
            return null;
        }
        Optional<String> wrong = RegexCheck.findFault(pattern);
        wrong.ifPresent(why -> file.complain(infix.right().at(), "regex", why));
        return wrong.isEmpty() ? Simple.BOOLEAN : null;
    }
}
