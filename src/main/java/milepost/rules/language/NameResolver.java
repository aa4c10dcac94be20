package milepost.rules.language;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gives every name its meaning from the vocabulary and the rule, or reports it. */
final class NameResolver {
    private final Vocabulary vocabulary;
    private final Problems problems;

    NameResolver(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    boolean isConstants(Token name) {
        return vocabulary.constants().containsKey(name.text());
    }

    Expr constant(Token type, Token name) {
        Class<? extends Enum<?>> known = vocabulary.constants().get(type.text());
        if (known == null) {
            return wrong(name.span());
        }
        for (Enum<?> value : known.getEnumConstants()) {
            if (value.name().equals(name.text())) {
                Span span = new Span(
                        type.span().line(),
                        type.span().column(),
                        name.span().endLine(),
                        name.span().endColumn());
                return new Expr.Constant(value, new Type.Constants(known), span);
            }
        }
        List<String> names =
                Arrays.stream(known.getEnumConstants()).map(Enum::name).toList();
        problems.unknown(name.span(), "unknown-constant", name.text() + " is not a constant of " + type.text(), names);
        return wrong(name.span());
    }

    /** A name that nothing stands before: a binding, a property of the pattern's fact, or the fact itself. */
    Expr name(Scope scope, Token token, @Nullable List<Expr> arguments, Cursor cursor) {
        Binding binding = scope.find(token.text());
        FactType self = scope.self();
        if (binding != null && arguments == null) {
            return new Expr.Variable(binding, token.span());
        }
        if (self != null && token.text().equals("this")) {
            return new Expr.Self(self, token.span());
        }
        if (token.text().startsWith("$") || self == null) {
            problems.unknown(token.span(), "unknown-name", token.text() + " is not bound here", scope.names());
            return wrong(token.span());
        }
        return member(new Expr.Self(self, token.span()), token, arguments, cursor.since(token));
    }

    /** A property or method of a value. */
    Expr member(Expr target, Token name, @Nullable List<Expr> arguments, Span span) {
        if (target.type() == Type.Simple.NULL) {
            return wrong(span);
        }
        FactType owner = vocabulary.members(target.type());
        if (owner == null) {
            problems.error(name.span(), "unknown-property", "A " + target.type().label() + " has no properties.");
            return wrong(span);
        }
        FactType.Property property = owner.properties().get(name.text());
        if (property != null && (arguments == null || arguments.isEmpty())) {
            return new Expr.Read(target, property, span);
        }
        FactType.Method method = owner.methods().get(name.text());
        if (method != null && arguments != null) {
            return call(target, method, arguments, span);
        }
        TreeSet<String> known = new TreeSet<>(owner.properties().keySet());
        known.addAll(owner.methods().keySet());
        problems.unknown(name.span(), "unknown-property", name.text() + " is not a property of " + owner.name(), known);
        return wrong(span);
    }

    private Expr call(Expr target, FactType.Method method, List<Expr> arguments, Span span) {
        boolean fits = arguments.size() == method.parameters().size();
        for (int i = 0; fits && i < arguments.size(); i++) {
            fits = Type.comparable(method.parameters().get(i), arguments.get(i).type());
        }
        if (!fits) {
            problems.error(
                    span,
                    "arguments",
                    method.name() + " takes "
                            + String.join(
                                    ", ",
                                    method.parameters().stream()
                                            .map(Type::label)
                                            .toList()) + ".");
        }
        return new Expr.Call(target, method, arguments, span);
    }

    /** Stands for what was reported, so that the rest can still be checked. */
    private static Expr wrong(Span span) {
        return new Expr.Constant(null, Type.Simple.NULL, span);
    }
}
