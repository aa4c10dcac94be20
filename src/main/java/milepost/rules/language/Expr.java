package milepost.rules.language;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A checked expression: every name resolved, every type known. */
public sealed interface Expr {

    Type type();

    Span span();

    /** The expressions it is put together from, in the order they are written. */
    default List<Expr> parts() {
        return List.of();
    }

    /** A literal or a constant of an enum; Long, BigDecimal, String, Boolean, Enum or null. */
    record Constant(@Nullable Object value, Type type, Span span) implements Expr {}

    /** A name bound earlier in the rule. */
    record Variable(Binding binding, Span span) implements Expr {
        @Override
        public Type type() {
            return binding.type();
        }
    }

    /** The fact that the pattern around it matches. */
    record Self(FactType fact, Span span) implements Expr {
        @Override
        public Type type() {
            return new Type.Thing(fact);
        }
    }

    /** A property; null when its target is null. */
    record Read(Expr target, FactType.Property property, Span span) implements Expr {
        @Override
        public List<Expr> parts() {
            return List.of(target);
        }

        @Override
        public Type type() {
            return property.type();
        }
    }

    /** A method of a fact, a value, a date or a text; null when its target is null. */
    record Call(Expr target, FactType.Method method, List<Expr> arguments, Span span) implements Expr {
        @Override
        public List<Expr> parts() {
            return Stream.concat(Stream.of(target), arguments.stream()).toList();
        }

        @Override
        public Type type() {
            return method.result();
        }
    }

    /** Logical negation. */
    record Not(Expr operand, Span span) implements Expr {
        @Override
        public List<Expr> parts() {
            return List.of(operand);
        }

        @Override
        public Type type() {
            return Type.Simple.BOOLEAN;
        }
    }

    /** Arithmetic negation. */
    record Negate(Expr operand, Type type, Span span) implements Expr {
        @Override
        public List<Expr> parts() {
            return List.of(operand);
        }
    }

    /** Two operands and an operator. */
    record Binary(Operator operator, Expr left, Expr right, Type type, Span span) implements Expr {
        @Override
        public List<Expr> parts() {
            return List.of(left, right);
        }
    }

    /** {@code value in (a, b)} or {@code value not in (a, b)}. */
    record OneOf(Expr value, List<Expr> options, boolean negated, Span span) implements Expr {
        @Override
        public List<Expr> parts() {
            return Stream.concat(Stream.of(value), options.stream()).toList();
        }

        @Override
        public Type type() {
            return Type.Simple.BOOLEAN;
        }
    }

    /** {@code test ? then : otherwise}. */
    record Choice(Expr test, Expr then, Expr otherwise, Type type, Span span) implements Expr {
        @Override
        public List<Expr> parts() {
            return List.of(test, then, otherwise);
        }
    }
}
