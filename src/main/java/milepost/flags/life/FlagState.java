package milepost.flags.life;

/** What the rules say about a flag. */
public enum FlagState {
    /** Found, but not yet for as long as its rule demands. */
    PENDING,
    ACTIVE,
    RESOLVED
}
