package milepost.rules.language.check;

import java.util.List;
import java.util.stream.Stream;
import milepost.rules.language.Expr;

/** What an expression is made of. */
final class Parts {
    private Parts() {}

    /** The expressions right inside this one, in the order written. */
    static List<Expr> of(Expr expr) {
        if (expr instanceof Expr.Read read) {
            return List.of(read.target());
        }
        if (expr instanceof Expr.Call call) {
            return Stream.concat(Stream.of(call.target()), call.arguments().stream())
                    .toList();
        }
        if (expr instanceof Expr.Not not) {
            return List.of(not.operand());
        }
        if (expr instanceof Expr.Negate negate) {
            return List.of(negate.operand());
        }
        if (expr instanceof Expr.Binary binary) {
            return List.of(binary.left(), binary.right());
        }
        if (expr instanceof Expr.OneOf oneOf) {
            return Stream.concat(Stream.of(oneOf.value()), oneOf.options().stream())
                    .toList();
        }
        return expr instanceof Expr.Choice choice
                ? List.of(choice.test(), choice.then(), choice.otherwise())
                : List.of();
    }

    /** The names, constants and facts at the ends of it. */
    static Stream<Expr> leaves(Expr expr) {
        List<Expr> parts = of(expr);
        return parts.isEmpty() ? Stream.of(expr) : parts.stream().flatMap(Parts::leaves);
    }
}
