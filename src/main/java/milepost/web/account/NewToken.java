package milepost.web.account;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milepost.facts.Problem;
import org.jspecify.annotations.Nullable;

/** A token to be made, as typed, and why that was refused. */
public record NewToken(
        String label,
        String role,
        String expires,
        String roadmaps,
        @Nullable Problem problem) {
    static final NewToken NONE = new NewToken("", "", "", "", null);

    /** Keys of the roadmaps it is limited to; none for no limit. */
    Set<String> keys() {
        return Stream.of(roadmaps.split("[,\\s]+"))
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    NewToken refused(Problem why) {
        return new NewToken(label, role, expires, roadmaps, why);
    }

    /** What is wrong with a field; null when nothing is. */
    public @Nullable String error(String field) {
        return problem == null ? null : problem.error(field);
    }
}
