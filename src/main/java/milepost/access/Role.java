package milepost.access;

/** What a person may do. */
public enum Role {
    /** Reads everything. */
    VIEWER,
    /** Keeps roadmaps true. */
    OFFICER,
    /** An officer who also decides about flags and baselines. */
    MANAGER,
    /** Writes and publishes rules. */
    AUTHOR,
    /** May do everything, and looks after people and settings. */
    ADMIN;

    /** Whether someone of this role may do what needs that role. */
    public boolean covers(Role needed) {
        return switch (this) {
            case ADMIN -> true;
            case MANAGER -> needed == VIEWER || needed == OFFICER || needed == MANAGER;
            case OFFICER, AUTHOR, VIEWER -> needed == VIEWER || needed == this;
        };
    }
}
