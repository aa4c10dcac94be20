package milepost.rules.language;

/** A type of the rule language. */
public sealed interface Type {

    /** A type without parts. INTEGER is held as Long, DECIMAL as BigDecimal, DATE as LocalDate. */
    enum Simple implements Type {
        BOOLEAN,
        INTEGER,
        DECIMAL,
        TEXT,
        DATE,
        NULL
    }

    /** Constants of an enum of the facts, such as Status. */
    record Constants(Class<? extends Enum<?>> of) implements Type {}

    /** A fact, or a value with properties such as TargetDate. */
    record Thing(FactType fact) implements Type {}

    /** A list, such as the keys a milestone requires. */
    record ListOf(Type element) implements Type {}
}
