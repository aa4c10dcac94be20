package milepost.rules.language;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Decides the type of an expression from its operands, or says why they do not go together. */
final class TypeRules {
    private final Problems problems;

    TypeRules(Problems problems) {
        this.problems = problems;
    }

    Expr binary(Operator operator, Expr left, Expr right, Span span) {
        Type type = switch (operator) {
            case OR, AND -> logical(left, right);
            case EQUAL, NOT_EQUAL -> compared(Type.comparable(left.type(), right.type()), operator, left, right);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                compared(Type.ordered(left.type(), right.type()), operator, left, right);
            case PLUS -> plus(left, right);
            case MINUS, TIMES, DIVIDED_BY, REMAINDER -> arithmetic(operator, left, right);
            case CONTAINS, NOT_CONTAINS -> contains(operator, left, right);
            case MEMBER_OF, NOT_MEMBER_OF -> contains(operator, right, left);
            case MATCHES, NOT_MATCHES -> matches(left, right);
            case STARTS_WITH, ENDS_WITH -> texts(operator, left, right);
            case HAS_LENGTH -> compared(isText(left) && Type.number(right.type()), operator, left, right);
        };
        return new Expr.Binary(operator, left, right, type, span);
    }

    /** Reports an expression that is not true or false. */
    void needsTruth(Expr expr) {
        if (expr.type() != Type.Simple.BOOLEAN && expr.type() != Type.Simple.NULL) {
            problems.error(
                    expr.span(),
                    "not-a-condition",
                    "A condition is true or false; this is a " + expr.type().label() + ".");
        }
    }

    private Type logical(Expr left, Expr right) {
        needsTruth(left);
        needsTruth(right);
        return Type.Simple.BOOLEAN;
    }

    private Type compared(boolean possible, Operator operator, Expr left, Expr right) {
        if (!possible) {
            problems.error(
                    right.span(),
                    "type-mismatch",
                    "Cannot compare " + left.type().label() + " with "
                            + right.type().label() + " by " + operator.text() + "." + constants(left.type(), right));
        }
        return Type.Simple.BOOLEAN;
    }

    private static String constants(Type type, Expr written) {
        if (type instanceof Type.Constants known && written.type() == Type.Simple.TEXT) {
            String name = known.of().getSimpleName();
            return " Write " + name + "." + known.of().getEnumConstants()[0] + " without quotes, for example.";
        }
        return "";
    }

    private Type plus(Expr left, Expr right) {
        if (isTextual(left) || isTextual(right)) {
            return Type.Simple.TEXT;
        }
        return arithmetic(Operator.PLUS, left, right);
    }

    private static boolean isTextual(Expr expr) {
        return expr.type() == Type.Simple.TEXT;
    }

    private Type arithmetic(Operator operator, Expr left, Expr right) {
        if (!Type.number(left.type()) || !Type.number(right.type())) {
            Expr wrong = Type.number(left.type()) ? right : left;
            problems.error(
                    wrong.span(),
                    "type-mismatch",
                    operator.text() + " needs numbers; this is a "
                            + wrong.type().label() + ".");
        }
        boolean whole = left.type() == Type.Simple.INTEGER && right.type() == Type.Simple.INTEGER;
        return whole ? Type.Simple.INTEGER : Type.Simple.DECIMAL;
    }

    private Type contains(Operator operator, Expr whole, Expr part) {
        boolean text = isText(whole) && isText(part);
        boolean list = whole.type() instanceof Type.ListOf many && Type.comparable(many.element(), part.type());
        if (!text && !list && whole.type() != Type.Simple.NULL) {
            problems.error(
                    whole.span(),
                    "type-mismatch",
                    operator.text() + " needs a list and an element of it; "
                            + part.type().label() + " is not an element of a "
                            + whole.type().label() + ".");
        }
        return Type.Simple.BOOLEAN;
    }

    private Type matches(Expr left, Expr right) {
        if (right instanceof Expr.Constant constant && constant.value() instanceof String pattern) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                problems.error(
                        right.span(),
                        "regular-expression",
                        "This regular expression cannot be used: " + e.getDescription() + ".");
            }
        } else {
            problems.error(right.span(), "regular-expression", "Write the regular expression as a text in quotes.");
        }
        return texts(Operator.MATCHES, left, right);
    }

    private Type texts(Operator operator, Expr left, Expr right) {
        return compared(isText(left) && isText(right), operator, left, right);
    }

    private static boolean isText(Expr expr) {
        return expr.type() == Type.Simple.TEXT || expr.type() == Type.Simple.NULL;
    }
}
