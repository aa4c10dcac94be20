package milepost.facts;

/** The kind of a measure that one jurisdiction takes against another. */
public enum RestrictionKind {
    SANCTION,
    TARIFF,
    EXPORT_CONTROL,
    IMPORT_BAN,
    OTHER
}
