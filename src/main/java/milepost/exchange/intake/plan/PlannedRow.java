package milepost.exchange.intake.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one row of the file.
 *
 * @param row counts from 0 in the table
 * @param place where it stands in the file
 * @param by how its milestone was recognised: KEY, ID, NAME or PERSON; null for a new one
 * @param like a milestone that a new one may be the same as, for a person to say; null when none is like it
 */
public record PlannedRow(
        int row,
        String place,
        String key,
        String title,
        Action action,
        @Nullable String by,
        List<Difference> differences,
        @Nullable Like like) {

    /** What is done. */
    public enum Action {
        ADD,
        CHANGE,
        SAME
    }

    /** One thing that changes, as texts; null for nothing. */
    public record Difference(
            String field, @Nullable String before, @Nullable String after) {}

    /** A milestone by key and title. */
    public record Like(String key, String title) {}
}
