package milepost.rules.engine.condition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milepost.rules.language.Expr;
import org.jspecify.annotations.Nullable;

/**
 * Gives equal tests of single facts one id, so that the engine runs them once for all rules.
 *
 * <p>Equal means: the same expression on the same type of fact after the same tests. What one of the sharing rules would stumble
 * over, each of them would.
 */
public final class Shared {

    /**
     * A test and the rules that have it.
     *
     * @param rules grows while the rules are built
     */
    record Test(String id, Set<String> rules) {}

    private final Map<List<Object>, Test> tests = new HashMap<>();

    /** The test for this rule; {@code before} is the id of the test before it on the same fact, or empty. */
    Test of(Class<?> fact, String before, List<Object> meaning, String rule) {
        Test test = tests.computeIfAbsent(
                List.of(fact, before, meaning), k -> new Test("s" + tests.size(), new HashSet<>()));
        test.rules().add(rule);
        return test;
    }

    /** What an expression over one fact means, comparable with others; a name counts as the value it was given to. */
    public static List<Object> meaning(Expr expr, Function<Expr.Variable, @Nullable Expr> values) {
        if (expr instanceof Expr.Constant constant) {
            Object value = constant.value();
            return value == null ? List.of("null") : List.of("constant", value.getClass(), value);
        }
        if (expr instanceof Expr.Variable variable) {
            Expr value = values.apply(variable);
            return value == null ? List.of("self") : meaning(value, values);
        }
        if (expr instanceof Expr.Self) {
            return List.of("self");
        }
        return Stream.concat(Stream.of(head(expr)), expr.parts().stream().map(part -> (Object) meaning(part, values)))
                .collect(Collectors.toList());
    }

    private static Object head(Expr expr) {
        if (expr instanceof Expr.Read read) {
            return read.property().reader();
        }
        if (expr instanceof Expr.Call call) {
            return call.method().invoker();
        }
        if (expr instanceof Expr.Binary binary) {
            return List.of(binary.operator(), binary.type());
        }
        if (expr instanceof Expr.OneOf oneOf) {
            return oneOf.negated() ? "not in" : "in";
        }
        return expr.getClass();
    }
}
