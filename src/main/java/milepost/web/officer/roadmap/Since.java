package milepost.web.officer.roadmap;

import java.util.EnumMap;
import java.util.Map;
import milepost.facts.Milestone;
import milepost.facts.TargetDate;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * What is different now from what a milestone was then.
 *
 * @param values the values of today, in words, of the fields that changed
 * @param removed whether it is not there any more
 */
public record Since(Map<CellField, String> values, boolean removed) {
    /** Nothing has changed. */
    static final Since NOTHING = new Since(Map.of(), false);

    public Since {
        values = Map.copyOf(values);
    }

    static Since of(Milestone then, @Nullable Milestone now) {
        if (now == null) {
            return new Since(Map.of(), true);
        }
        Map<CellField, String> values = new EnumMap<>(CellField.class);
        for (CellField field : CellField.values()) {
            String today = text(now, field);
            if (!today.equals(text(then, field))) {
                values.put(field, today);
            }
        }
        return values.isEmpty() ? NOTHING : new Since(values, false);
    }

    public boolean changed() {
        return removed || !values.isEmpty();
    }

    private static String text(Milestone m, CellField field) {
        return switch (field) {
            case STATUS -> Words.status(m.status());
            case PROGRESS -> m.progress() == null ? "not recorded" : m.progress() + "%";
            case DUE -> date(m.due(), "without a due date");
            case FORECAST -> date(m.forecast(), "without a forecast");
            case OWNER -> m.owner() == null ? "not recorded" : m.owner();
        };
    }

    private static String date(@Nullable TargetDate date, String none) {
        return date == null ? none : Words.date(date);
    }
}
