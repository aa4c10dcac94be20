package milepost.roadmap;

import org.jspecify.annotations.Nullable;

/**
 * What makes a change more than an edit.
 *
 * @param kind how the change is recorded: EDIT or IMPORT
 * @param undoes the change that it takes back
 * @param approver who agreed to it
 */
record Act(String kind, @Nullable Long undoes, @Nullable String approver) {
    static final Act EDIT = new Act("EDIT", null, null);
    static final Act IMPORT = new Act("IMPORT", null, null);

    static Act undoing(long change) {
        return new Act("EDIT", change, null);
    }

    static Act approved(String approver) {
        return new Act("EDIT", null, approver);
    }
}
