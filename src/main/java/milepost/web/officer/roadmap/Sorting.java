package milepost.web.officer.roadmap;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import milepost.web.layout.NaturalOrder;
import org.jspecify.annotations.Nullable;

/**
 * In which order the milestones stand, as in the address: {@code due}, or {@code -due} with the last one first.
 *
 * @param column KEY means grouped by stream
 */
record Sorting(Column column, boolean descending) {

    /** The columns of the table. */
    enum Column {
        KEY("Key", "", r -> ""),
        TITLE("Milestone", "", r -> r.title().toLowerCase(Locale.ROOT)),
        STATUS("Status", "", r -> String.valueOf(r.status().ordinal())),
        PROGRESS("Progress", "", r -> r.progress() == null ? "" : String.format(Locale.ROOT, "%03d", r.progress())),
        DUE("Due", "", r -> r.dueSort()),
        FORECAST("Forecast", "p2", r -> r.forecastSort()),
        OWNER("Officer", "p2", r -> r.owner() == null ? "" : r.owner().toLowerCase(Locale.ROOT)),
        FLAGS("Flags", "", r -> r.weight()),
        UPDATED("Updated", "num p3", r -> r.updatedSort());

        private final String label;
        private final String css;
        private final java.util.function.Function<MilestoneRow, String> by;

        Column(String label, String css, java.util.function.Function<MilestoneRow, String> by) {
            this.label = label;
            this.css = css;
            this.by = by;
        }

        String label() {
            return label;
        }

        String css() {
            return css;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Sorting of(@Nullable String typed) {
        boolean descending = typed != null && typed.startsWith("-");
        String word = typed == null ? "" : descending ? typed.substring(1) : typed;
        return Arrays.stream(Column.values())
                .filter(column -> column.word().equals(word))
                .findFirst()
                .map(column -> new Sorting(column, descending))
                .orElse(new Sorting(Column.KEY, false));
    }

    boolean grouped() {
        return column == Column.KEY && !descending;
    }

    /** What is empty comes last in either direction; where rows agree the keys decide. */
    Comparator<MilestoneRow> order() {
        Comparator<MilestoneRow> byValue = Comparator.comparing(column.by);
        Comparator<MilestoneRow> byKey = Comparator.comparing(MilestoneRow::key, NaturalOrder.BY_NUMBERS);
        Comparator<MilestoneRow> emptyLast = Comparator.comparing(
                row -> column != Column.KEY && column.by.apply(row).isEmpty());
        boolean keys = column == Column.KEY;
        return emptyLast
                .thenComparing(descending ? byValue.reversed() : byValue)
                .thenComparing(keys && descending ? byKey.reversed() : byKey);
    }

    /** What the heading of a column asks for when it is chosen. */
    String next(Column chosen) {
        return chosen == column && !descending ? "-" + chosen.word() : chosen.word();
    }
}
