package milepost.rules.language.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import milepost.rules.language.Binding;
import milepost.rules.language.Expr;
import milepost.rules.language.FactType;
import milepost.rules.language.Type;
import milepost.rules.language.syntax.Extent;
import milepost.rules.language.syntax.Node;
import milepost.rules.language.syntax.Word;
import org.jspecify.annotations.Nullable;

/** Gives every name in an expression its meaning and every part its type; null where something was wrong and has been said. */
final class ExpressionCheck {
    /** What to write where somebody asks for the day by a name that other languages have. */
    static final String TODAY =
            "The only day is the one looked at: begin the conditions with AsOf( $today : date ) and write $today here.";

    private static final Set<String> DAYS = Set.of("today", "$today", "now", "$now", "sysdate", "currentdate");

    private final FileContext file;
    private final Place place;
    private final MemberCheck members;
    private final OperatorCheck operators;

    /**
     * Where an expression stands.
     *
     * @param self the fact that a pattern around it matches, null outside patterns
     * @param java whether it stands in the consequence
     */
    record Place(Scope scope, @Nullable FactType self, boolean java) {}

    ExpressionCheck(FileContext file, Place place) {
        this.file = file;
        this.place = place;
        this.members = new MemberCheck(file, place, this);
        this.operators = new OperatorCheck(file, place.java());
    }

    @Nullable Expr check(Node node) {
        if (node instanceof Node.Literal literal) {
            return literal(literal);
        }
        if (node instanceof Node.Name name) {
            return name(name);
        }
        if (node instanceof Node.Field field) {
            return members.field(field);
        }
        if (node instanceof Node.Invoke invoke) {
            return members.invoke(invoke);
        }
        if (node instanceof Node.Prefix prefix) {
            return prefix(prefix);
        }
        if (node instanceof Node.Infix infix) {
            return infix(infix);
        }
        if (node instanceof Node.In in) {
            return in(in);
        }
        return ternary((Node.Ternary) node);
    }

    /** An expression that must be true or false. */
    @Nullable Expr condition(Node node) {
        Expr expr = check(node);
        if (expr != null && expr.type() != Type.Simple.BOOLEAN) {
            String hint = place.java()
                    ? "compare it with something."
                    : "compare it with something, or test it for null with != null.";
            file.complain(
                    node.at(),
                    "not-a-condition",
                    "This is " + Types.shown(expr.type()) + ", not true or false; " + hint);
            return null;
        }
        return expr;
    }

    private @Nullable Expr literal(Node.Literal literal) {
        if (place.java() && literal.written().startsWith("'")) {
            String inside = literal.written().substring(1, literal.written().length() - 1);
            file.complain(
                    literal.at(),
                    "single-quotes",
                    "In a consequence text stands in double quotes.",
                    '"' + inside + '"');
            return null;
        }
        Object value = literal.value();
        Type type = value == null
                ? Type.Simple.NULL
                : value instanceof Long
                        ? Type.Simple.INTEGER
                        : value instanceof BigDecimal
                                ? Type.Simple.DECIMAL
                                : value instanceof String ? Type.Simple.TEXT : Type.Simple.BOOLEAN;
        return new Expr.Constant(value, type, file.span(literal.at()));
    }

    private @Nullable Expr name(Node.Name name) {
        FactType self = place.self();
        if (name.text().equals("this") && self != null) {
            return new Expr.Self(self, file.span(name.at()));
        }
        Binding binding = place.scope().find(name.text()).orElse(null);
        if (binding != null) {
            return new Expr.Variable(binding, file.span(name.at()));
        }
        FactType.Property property = self == null ? null : self.properties().get(name.text());
        if (self != null && property != null) {
            return new Expr.Read(new Expr.Self(self, file.span(name.at())), property, file.span(name.at()));
        }
        unknownName(name, self);
        return null;
    }

    /** Whether somebody wants to know what day it is. */
    static boolean isDay(String name) {
        return DAYS.contains(name.toLowerCase(Locale.ROOT));
    }

    private void unknownName(Node.Name name, @Nullable FactType self) {
        List<String> known = new ArrayList<>(place.scope().names());
        List<String> constants = file.vocabulary().constantsCalled(name.text());
        String code = self != null && !name.text().startsWith("$") ? "unknown-property" : "unknown-binding";
        if (!constants.isEmpty()) {
            file.complain(
                    name.at(),
                    code,
                    "Write a constant with its kind before it: " + String.join(" or ", constants) + ".",
                    constants.size() == 1 ? constants.get(0) : null);
        } else if (isDay(name.text()) && !place.scope().isLost(name.text())) {
            file.complain(name.at(), code, TODAY);
        } else if (self != null && !name.text().startsWith("$")) {
            known.addAll(self.properties().keySet());
            String message = name.text() + " is not a property of " + self.name();
            file.unknown(name.at(), code, message, new FileContext.Asked(name.text(), known));
        } else if (!place.scope().isLost(name.text())) {
            String message = "Nothing is called " + name.text() + " here";
            file.unknown(name.at(), code, message, new FileContext.Asked(name.text(), known));
        }
    }

    private @Nullable Expr prefix(Node.Prefix prefix) {
        boolean not = prefix.operator().equals("!");
        Expr operand = not ? condition(prefix.operand()) : check(prefix.operand());
        if (operand == null || not) {
            return operand == null ? null : new Expr.Not(operand, file.span(prefix.at()));
        }
        if (!Types.isNumber(operand.type())) {
            file.complain(
                    prefix.at(), "type", "Only a number can be negated; this is " + Types.shown(operand.type()) + ".");
            return null;
        }
        return new Expr.Negate(operand, operand.type(), file.span(prefix.at()));
    }

    private @Nullable Expr infix(Node.Infix infix) {
        boolean logical =
                infix.operator().text().equals("&&") || infix.operator().text().equals("||");
        Expr left = logical ? condition(infix.left()) : check(infix.left());
        Expr right = logical ? condition(infix.right()) : check(infix.right());
        return left == null || right == null ? null : operators.binary(infix, left, right);
    }

    private @Nullable Expr in(Node.In in) {
        Expr value = check(in.value());
        List<Expr> options = new ArrayList<>();
        boolean whole = value != null;
        for (Node node : in.options()) {
            Expr option = check(node);
            boolean fits = value != null
                    && option != null
                    && operators.equatable(value, option, new Word("in", node.at()), node);
            whole &= fits;
            if (option != null) {
                options.add(option);
            }
        }
        return value == null || !whole ? null : new Expr.OneOf(value, options, in.negated(), file.span(in.at()));
    }

    private @Nullable Expr ternary(Node.Ternary ternary) {
        Expr test = condition(ternary.test());
        Expr then = check(ternary.then());
        Expr otherwise = check(ternary.otherwise());
        if (test == null || then == null || otherwise == null) {
            return null;
        }
        Type type = Types.either(then.type(), otherwise.type());
        if (type == null) {
            Extent at = ternary.then().at().through(ternary.otherwise().at());
            file.complain(
                    at,
                    "type",
                    "Both sides of the colon must be of one kind, not " + Types.shown(then.type()) + " and "
                            + Types.shown(otherwise.type()) + ".");
            return null;
        }
        return new Expr.Choice(test, then, otherwise, type, file.span(ternary.at()));
    }
}
