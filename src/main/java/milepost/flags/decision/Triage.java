package milepost.flags.decision;

/** What people have decided about a flag. */
public enum Triage {
    UNTRIAGED,
    ACKNOWLEDGED,
    ACCEPTED,
    FALSE_POSITIVE
}
