package milepost.access;

/** What a person may do. */
public enum Role {
    VIEWER,
    OFFICER,
    MANAGER,
    AUTHOR,
    ADMIN
}
