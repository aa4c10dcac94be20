package milepost.rules.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads expressions by the strength of their operators, resolving every name on the way; linear in the text. */
final class ExpressionParser {
    private static final Set<String> CUSTOM = Set.of("contains", "memberOf", "matches", "in", "str", "not");

    private final Cursor cursor;
    private final NameResolver names;
    private final TypeRules types;
    private int depth;

    ExpressionParser(Cursor cursor, NameResolver names, TypeRules types) {
        this.cursor = cursor;
        this.names = names;
        this.types = types;
    }

    Expr parse(Scope scope) {
        return parse(scope, Operators.CONDITIONAL);
    }

    private Expr parse(Scope scope, int least) {
        if (++depth > 4 * Limits.DEPTH) {
            throw cursor.lost("This expression is nested too deeply.");
        }
        Token first = cursor.peek();
        Expr left = prefix(scope);
        while (true) {
            Expr more = infix(scope, left, least, first);
            if (more == null) {
                depth--;
                return left;
            }
            left = more;
        }
    }

    private @Nullable Expr infix(Scope scope, Expr left, int least, Token first) {
        Token token = cursor.peek();
        if (token.is("?")) {
            return least > Operators.CONDITIONAL ? null : choice(scope, left, first);
        }
        if (CUSTOM.contains(token.text()) && token.kind() == Token.Kind.NAME) {
            return least > Operators.COMPARISON ? null : custom(scope, left, first);
        }
        Operator operator = token.kind() == Token.Kind.SYMBOL ? Operators.BY_SYMBOL.get(token.text()) : null;
        if (operator == null || Operators.strength(operator) < least) {
            return null;
        }
        cursor.next();
        Expr right = abbreviated(scope, operator, left);
        return types.binary(operator, left, right, cursor.since(first));
    }

    /** The right side; after a logical operator a bare comparison repeats the left side of the one before. */
    private Expr abbreviated(Scope scope, Operator operator, Expr left) {
        Token first = cursor.peek();
        Operator second = first.kind() == Token.Kind.SYMBOL ? Operators.BY_SYMBOL.get(first.text()) : null;
        boolean logical = operator == Operator.AND || operator == Operator.OR;
        if (logical && second != null && Operators.compares(second)) {
            Expr compared = lastCompared(left);
            if (compared != null) {
                cursor.next();
                Expr right = parse(scope, Operators.COMPARISON + 1);
                return types.binary(second, compared, right, cursor.since(first));
            }
        }
        return parse(scope, Operators.strength(operator) + 1);
    }

    private static @Nullable Expr lastCompared(Expr expr) {
        if (expr instanceof Expr.Binary binary) {
            if (Operators.compares(binary.operator())) {
                return binary.left();
            }
            if (binary.operator() == Operator.AND || binary.operator() == Operator.OR) {
                return lastCompared(binary.right());
            }
        }
        return null;
    }

    private Expr choice(Scope scope, Expr test, Token first) {
        cursor.next();
        types.needsTruth(test);
        Expr then = parse(scope);
        cursor.expect(":", "between the two values of a choice");
        Expr otherwise = parse(scope);
        Type type = then.type() == Type.Simple.NULL ? otherwise.type() : then.type();
        return new Expr.Choice(test, then, otherwise, type, cursor.since(first));
    }

    private Expr custom(Scope scope, Expr left, Token first) {
        boolean negated = cursor.accept("not");
        Token word = cursor.next();
        if (word.is("in")) {
            return new Expr.OneOf(left, options(scope, left), negated, cursor.since(first));
        }
        Operator operator = word.is("str") ? textOperator() : Operators.BY_SYMBOL.get(word.text());
        if (operator == null) {
            throw cursor.lost("Expected in, contains, memberOf or matches after not.");
        }
        Expr right = parse(scope, Operators.COMPARISON + 1);
        Operator meant = negated ? Operators.negated(operator) : operator;
        return types.binary(meant, left, right, cursor.since(first));
    }

    private Operator textOperator() {
        cursor.expect("[", "after str");
        Token which = cursor.next();
        cursor.expect("]", "after str[" + which.text());
        return switch (which.text()) {
            case "startsWith" -> Operator.STARTS_WITH;
            case "endsWith" -> Operator.ENDS_WITH;
            case "length" -> Operator.HAS_LENGTH;
            default -> throw cursor.lost("There are str[startsWith], str[endsWith] and str[length].");
        };
    }

    private List<Expr> options(Scope scope, Expr left) {
        cursor.expect("(", "after in");
        List<Expr> options = new ArrayList<>();
        do {
            Expr option = parse(scope);
            types.binary(Operator.EQUAL, left, option, option.span());
            options.add(option);
        } while (cursor.accept(","));
        cursor.expect(")", "after the values");
        return List.copyOf(options);
    }

    private Expr prefix(Scope scope) {
        Token first = cursor.peek();
        if (cursor.accept("!")) {
            Expr operand = parse(scope, Operators.PREFIX);
            types.needsTruth(operand);
            return new Expr.Not(operand, cursor.since(first));
        }
        if (cursor.accept("-")) {
            Expr operand = parse(scope, Operators.PREFIX);
            return new Expr.Negate(operand, operand.type(), cursor.since(first));
        }
        Expr value = primary(scope);
        while (cursor.at(".") || cursor.at("!.")) {
            cursor.next();
            Token name = cursor.expect(Token.Kind.NAME, "a property or method");
            value = names.member(value, name, arguments(scope), cursor.since(first));
        }
        return value;
    }

    private Expr primary(Scope scope) {
        Token token = cursor.next();
        switch (token.kind()) {
            case INTEGER:
                return new Expr.Constant(Long.valueOf(token.text()), Type.Simple.INTEGER, token.span());
            case DECIMAL:
                return new Expr.Constant(new BigDecimal(token.text()), Type.Simple.DECIMAL, token.span());
            case STRING:
                return new Expr.Constant(token.text(), Type.Simple.TEXT, token.span());
            case NAME:
                return named(scope, token);
            default:
                if (token.is("(")) {
                    Expr inner = parse(scope);
                    cursor.expect(")", "to close the bracket");
                    return inner;
                }
                throw cursor.lost("Expected a value.");
        }
    }

    private Expr named(Scope scope, Token token) {
        switch (token.text()) {
            case "true", "false":
                return new Expr.Constant(Boolean.valueOf(token.text()), Type.Simple.BOOLEAN, token.span());
            case "null":
                return new Expr.Constant(null, Type.Simple.NULL, token.span());
            default:
                if (names.isConstants(token) && cursor.at(".")) {
                    cursor.next();
                    return names.constant(token, cursor.expect(Token.Kind.NAME, "a constant of " + token.text()));
                }
                return names.name(scope, token, cursor.at("(") ? arguments(scope) : null, cursor);
        }
    }

    /** The arguments in brackets; null when there are none, not even empty ones. */
    private @Nullable List<Expr> arguments(Scope scope) {
        if (!cursor.accept("(")) {
            return null;
        }
        List<Expr> arguments = new ArrayList<>();
        if (!cursor.at(")")) {
            do {
                arguments.add(parse(scope));
            } while (cursor.accept(","));
        }
        cursor.expect(")", "after the arguments");
        return List.copyOf(arguments);
    }
}
