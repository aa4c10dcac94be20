package milepost.access.member;

/** Who sees a roadmap. */
public enum Visibility {
    /** Everyone who can sign in, with their role. */
    EVERYONE,
    /** Its members and administrators; for all others it does not exist. */
    MEMBERS
}
