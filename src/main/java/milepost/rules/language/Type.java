package milepost.rules.language;

import java.util.Locale;

/** A type of the rule language. */
public sealed interface Type {

    /** As a person would call it. */
    String label();

    /** A type without parts. INTEGER is held as Long, DECIMAL as BigDecimal, DATE as LocalDate. */
    enum Simple implements Type {
        BOOLEAN("true or false"),
        INTEGER("whole number"),
        DECIMAL("number"),
        TEXT("text"),
        DATE("date"),
        /** The type of null, and of an expression that was already reported as wrong. */
        NULL("null");

        private final String label;

        Simple(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** Constants of an enum of the facts, such as Status. */
    record Constants(Class<? extends Enum<?>> of) implements Type {
        @Override
        public String label() {
            return of.getSimpleName();
        }
    }

    /** A fact, or a value with properties such as TargetDate. */
    record Thing(FactType fact) implements Type {
        @Override
        public String label() {
            return fact.name();
        }
    }

    /** A list, such as the keys a milestone requires. */
    record ListOf(Type element) implements Type {
        @Override
        public String label() {
            return ("list of " + element.label()).toLowerCase(Locale.ROOT);
        }
    }

    /** Whether values of both can be compared for equality. */
    static boolean comparable(Type a, Type b) {
        return a.equals(b) || a == Simple.NULL || b == Simple.NULL || (number(a) && number(b));
    }

    /** Whether values of both have an order. */
    static boolean ordered(Type a, Type b) {
        return comparable(a, b) && hasOrder(a) && hasOrder(b);
    }

    static boolean number(Type type) {
        return type == Simple.INTEGER || type == Simple.DECIMAL || type == Simple.NULL;
    }

    private static boolean hasOrder(Type type) {
        return type != Simple.BOOLEAN && type instanceof Simple;
    }
}
