package milepost.facts;

/** How exactly a date is known; a date of lower precision counts as late only after its last day. */
public enum Precision {
    DAY,
    MONTH,
    QUARTER,
    YEAR
}
