package milepost.facts;

/** Whether a source gives a value, and if not, why. */
public enum ValueKind {
    /** There is one. */
    VALUE,
    /** The source names two ends, or only that it is more or less than something. */
    RANGE,
    /** The source has it and keeps it back. */
    WITHHELD,
    /** The source says that there is none, or none yet. */
    NOT_GIVEN,
    /** The source leaves the place empty. */
    BLANK
}
