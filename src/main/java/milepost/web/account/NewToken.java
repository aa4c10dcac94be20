package milepost.web.account;

import milepost.facts.Problem;
import org.jspecify.annotations.Nullable;

/** A token to be made, as typed, and why that was refused. */
public record NewToken(
        String label, String role, String expires, @Nullable Problem problem) {

    /** What is wrong with a field; null when nothing is. */
    public @Nullable String error(String field) {
        return problem == null ? null : problem.error(field);
    }
}
