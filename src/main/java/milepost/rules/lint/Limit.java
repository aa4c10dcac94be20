package milepost.rules.lint;

import java.util.List;
import java.util.Map;
import milepost.rules.language.Expr;
import milepost.rules.language.Operator;
import milepost.rules.language.Type;
import org.jspecify.annotations.Nullable;

/**
 * What one constraint says about one value.
 *
 * @param value the value in one form
 * @param against what it is compared with, in one form
 * @param constants what it is compared with, empty where that is no constant
 */
record Limit(Expr test, String value, Operator operator, String against, List<Expr.Constant> constants, Type type) {
    private static final Map<Operator, Operator> TURNED = Map.of(
            Operator.EQUAL, Operator.EQUAL,
            Operator.NOT_EQUAL, Operator.NOT_EQUAL,
            Operator.LESS, Operator.GREATER,
            Operator.LESS_OR_EQUAL, Operator.GREATER_OR_EQUAL,
            Operator.GREATER, Operator.LESS,
            Operator.GREATER_OR_EQUAL, Operator.LESS_OR_EQUAL);

    /** Null where the constraint is no comparison. */
    static @Nullable Limit of(Expr test, Canon canon) {
        if (test instanceof Expr.Binary binary && TURNED.containsKey(binary.operator())) {
            boolean turn = binary.left() instanceof Expr.Constant;
            Expr value = turn ? binary.right() : binary.left();
            Expr against = turn ? binary.left() : binary.right();
            Operator operator = turn ? TURNED.getOrDefault(binary.operator(), binary.operator()) : binary.operator();
            List<Expr.Constant> constants = against instanceof Expr.Constant c ? List.of(c) : List.of();
            return new Limit(test, canon.expr(value), operator, canon.expr(against), constants, value.type());
        }
        if (test instanceof Expr.OneOf oneOf && oneOf.options().stream().allMatch(Expr.Constant.class::isInstance)) {
            List<Expr.Constant> constants =
                    oneOf.options().stream().map(Expr.Constant.class::cast).toList();
            Operator operator = oneOf.negated() ? Operator.NOT_MEMBER_OF : Operator.MEMBER_OF;
            return new Limit(
                    test,
                    canon.expr(oneOf.value()),
                    operator,
                    "",
                    constants,
                    oneOf.value().type());
        }
        boolean turned = test instanceof Expr.Not;
        Expr flag = test instanceof Expr.Not not ? not.operand() : test;
        if (flag instanceof Expr.Read && flag.type() == Type.Simple.BOOLEAN) {
            Expr.Constant yes = new Expr.Constant(!turned, Type.Simple.BOOLEAN, test.span());
            return new Limit(test, canon.expr(flag), Operator.EQUAL, "", List.of(yes), flag.type());
        }
        return null;
    }

    boolean isNull() {
        return operator == Operator.EQUAL
                && constants.size() == 1
                && constants.get(0).value() == null;
    }
}
