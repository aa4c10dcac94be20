package milepost.roadmap.history;

import java.util.List;
import milepost.roadmap.store.HistoryEntry;

/**
 * Why a change cannot be undone as far as one fact is concerned.
 *
 * @param type the record, such as Milestone
 * @param sentence what happened to the fact since
 * @param fields what is different between what the change left and what is there now
 */
public record Clash(Class<?> type, String key, String sentence, List<HistoryEntry.FieldChange> fields) {
    public Clash {
        fields = List.copyOf(fields);
    }
}
