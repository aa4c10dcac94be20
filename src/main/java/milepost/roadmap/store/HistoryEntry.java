package milepost.roadmap.store;

import java.util.List;
import milepost.flags.life.FlagEvent;
import org.jspecify.annotations.Nullable;

/** One change of a milestone: what it changed, field by field, and what it did to flags. */
public record HistoryEntry(Change change, long version, List<FieldChange> fields, List<FlagEvent> flags) {

    /** Old and new value of one field as text, null for empty. */
    public record FieldChange(
            String field, @Nullable String before, @Nullable String after) {}
}
