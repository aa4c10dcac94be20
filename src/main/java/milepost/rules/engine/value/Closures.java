package milepost.rules.engine.value;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import milepost.rules.language.Binding;
import milepost.rules.language.Expr;
import milepost.rules.language.FactType;
import milepost.rules.language.Operator;
import milepost.rules.language.Type;
import org.jspecify.annotations.Nullable;

/** Turns checked expressions into closures; a name is looked up once, here. */
public final class Closures {

    /** Where the value of a name, or of the fact around an expression, comes from. */
    interface Names {
        Eval value(Binding binding);

        Eval self();
    }

    private final Names names;

    Closures(Names names) {
        this.names = names;
    }

    Eval compile(Expr expr) {
        if (expr instanceof Expr.Constant constant) {
            Object value = constant.value();
            return (self, outer) -> value;
        }
        if (expr instanceof Expr.Variable variable) {
            return names.value(variable.binding());
        }
        if (expr instanceof Expr.Self) {
            return names.self();
        }
        if (expr instanceof Expr.Read read) {
            return read(read);
        }
        if (expr instanceof Expr.Call call) {
            return call(call);
        }
        if (expr instanceof Expr.Not not) {
            Eval operand = compile(not.operand());
            return (Eval.Check) (self, outer) -> !operand.holds(self, outer);
        }
        if (expr instanceof Expr.Negate negate) {
            Eval operand = compile(negate.operand());
            return (self, outer) -> Values.arithmetic(Operator.MINUS, 0L, operand.on(self, outer));
        }
        if (expr instanceof Expr.OneOf oneOf) {
            return oneOf(oneOf);
        }
        if (expr instanceof Expr.Choice choice) {
            Eval test = compile(choice.test());
            Eval then = compile(choice.then());
            Eval otherwise = compile(choice.otherwise());
            return (self, outer) -> (test.holds(self, outer) ? then : otherwise).on(self, outer);
        }
        Expr.Binary binary = (Expr.Binary) expr;
        return joinsTexts(binary) ? text(binary) : binary(binary);
    }

    private static boolean joinsTexts(Expr expr) {
        return expr instanceof Expr.Binary binary
                && binary.operator() == Operator.PLUS
                && binary.type() == Type.Simple.TEXT;
    }

    /** All parts of a text are put together at once. */
    private Eval text(Expr.Binary whole) {
        List<Eval> all = new ArrayList<>();
        parts(whole, all);
        Eval[] parts = all.toArray(Eval[]::new);
        return (self, outer) -> {
            StringBuilder text = new StringBuilder(64);
            for (Eval part : parts) {
                Values.append(text, part.on(self, outer));
            }
            return text.toString();
        };
    }

    private void parts(Expr expr, List<Eval> to) {
        if (joinsTexts(expr)) {
            parts(((Expr.Binary) expr).left(), to);
            parts(((Expr.Binary) expr).right(), to);
        } else {
            to.add(compile(expr));
        }
    }

    private Eval read(Expr.Read read) {
        Function<Object, @Nullable Object> reader = read.property().reader();
        if (read.target() instanceof Expr.Read inner
                && !(inner.target() instanceof Expr.Read)
                && compile(inner.target()) == Eval.SELF) {
            Function<Object, @Nullable Object> first = inner.property().reader();
            return (self, outer) -> {
                Object of = self == null ? null : first.apply(self);
                return of == null ? null : reader.apply(of);
            };
        }
        Eval target = compile(read.target());
        if (target == Eval.SELF) {
            return (self, outer) -> self == null ? null : reader.apply(self);
        }
        return (self, outer) -> {
            Object of = target.on(self, outer);
            return of == null ? null : reader.apply(of);
        };
    }

    private Eval call(Expr.Call call) {
        Eval target = compile(call.target());
        FactType.Invoker invoker = call.method().invoker();
        Eval[] arguments = call.arguments().stream().map(this::compile).toArray(Eval[]::new);
        return (self, outer) -> {
            Object of = target.on(self, outer);
            Object[] values = new Object[arguments.length];
            for (int i = 0; i < values.length; i++) {
                Object value = arguments[i].on(self, outer);
                if (value == null) {
                    return null;
                }
                values[i] = value;
            }
            return of == null ? null : invoker.invoke(of, values);
        };
    }

    private Eval.Check oneOf(Expr.OneOf oneOf) {
        Eval value = compile(oneOf.value());
        List<Eval> options = oneOf.options().stream().map(this::compile).toList();
        boolean negated = oneOf.negated();
        return (self, outer) -> {
            Object asked = value.on(self, outer);
            for (Eval option : options) {
                if (Values.equal(asked, option.on(self, outer))) {
                    return !negated;
                }
            }
            return negated;
        };
    }

    private Eval binary(Expr.Binary binary) {
        Eval left = compile(binary.left());
        Eval right = compile(binary.right());
        Operator operator = binary.operator();
        return switch (operator) {
            case PLUS, MINUS, TIMES, DIVIDED_BY, REMAINDER ->
                (s, o) -> Values.arithmetic(operator, left.on(s, o), right.on(s, o));
            default -> check(binary, left, right);
        };
    }

    private static Eval.Check check(Expr.Binary binary, Eval left, Eval right) {
        return switch (binary.operator()) {
            case OR -> (s, o) -> left.holds(s, o) || right.holds(s, o);
            case AND -> (s, o) -> left.holds(s, o) && right.holds(s, o);
            case EQUAL -> Comparisons.equal(binary, left, right);
            case NOT_EQUAL -> Comparisons.notEqual(binary, left, right);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> Comparisons.ordered(binary, left, right);
            case CONTAINS -> (s, o) -> Values.contains(left.on(s, o), right.on(s, o));
            case NOT_CONTAINS -> (s, o) -> !Values.contains(left.on(s, o), right.on(s, o));
            case MEMBER_OF -> (s, o) -> Values.contains(right.on(s, o), left.on(s, o));
            case NOT_MEMBER_OF -> (s, o) -> !Values.contains(right.on(s, o), left.on(s, o));
            case MATCHES, NOT_MATCHES -> matches(left, binary);
            case STARTS_WITH ->
                (s, o) -> left.on(s, o) instanceof String a && right.on(s, o) instanceof String b && a.startsWith(b);
            case ENDS_WITH ->
                (s, o) -> left.on(s, o) instanceof String a && right.on(s, o) instanceof String b && a.endsWith(b);
            case HAS_LENGTH ->
                (s, o) -> left.on(s, o) instanceof String a
                        && Values.equal(BigDecimal.valueOf(a.length()), right.on(s, o));
            default -> throw new IllegalArgumentException(binary.operator().text());
        };
    }

    private static Eval.Check matches(Eval left, Expr.Binary binary) {
        Object written = ((Expr.Constant) binary.right()).value();
        Pattern pattern = Pattern.compile(String.valueOf(written));
        boolean wanted = binary.operator() == Operator.MATCHES;
        return (self, outer) -> {
            Object text = left.on(self, outer);
            return (text instanceof String value && pattern.matches(value)) == wanted;
        };
    }
}
