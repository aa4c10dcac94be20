package milepost.facts;

/** What a finding can be about. */
public enum SubjectKind {
    ROADMAP,
    MILESTONE,
    INDICATOR
}
