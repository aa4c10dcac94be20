package milepost.web.admin.people;

import milepost.facts.Problem;
import org.jspecify.annotations.Nullable;

/** Somebody to be added, as typed, and why that was refused. */
public record NewPerson(
        String name,
        String displayName,
        String role,
        @Nullable Problem problem) {

    /** What is wrong with a field; null when nothing is. */
    public @Nullable String error(String field) {
        return problem == null ? null : problem.error(field);
    }
}
