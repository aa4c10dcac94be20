package milepost.facts;

/** What the officer reports about a milestone. */
public enum Status {
    PLANNED,
    IN_PROGRESS,
    BLOCKED,
    DONE,
    CANCELLED
}
