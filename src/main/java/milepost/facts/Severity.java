package milepost.facts;

/** How bad a finding is, from the mildest to the worst. */
public enum Severity {
    /** Worth knowing; nothing is at risk yet. */
    LOW,
    /** Will become a problem unless someone acts. */
    MEDIUM,
    /** A promise is at risk now. */
    HIGH,
    /** A promise is broken, or cannot be kept as things stand. */
    CRITICAL
}
