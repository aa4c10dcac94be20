package milepost.roadmap.history;

import java.util.List;
import milepost.facts.Severity;
import milepost.facts.SubjectKind;
import milepost.roadmap.store.HistoryEntry;
import milepost.roadmap.store.LogEntry;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two moments of a roadmap.
 *
 * @param differences facts that came, went or are different, by kind and key
 * @param flags flags that were raised, cleared or are of another severity, as they were recorded
 */
public record Comparison(Moment from, Moment to, List<Difference> differences, List<FlagDifference> flags) {
    public Comparison {
        differences = List.copyOf(differences);
        flags = List.copyOf(flags);
    }

    /**
     * One fact that is different.
     *
     * @param type the record, such as Milestone
     * @param title what a person calls it; its key where it has no title
     * @param fields what is different, field by field
     */
    public record Difference(
            Class<?> type, String key, String title, LogEntry.How how, List<HistoryEntry.FieldChange> fields) {
        public Difference {
            fields = List.copyOf(fields);
        }
    }

    /**
     * One flag that is different.
     *
     * @param before its severity at the first moment, null when it was not active
     * @param after its severity at the second moment, null when it was not active
     */
    public record FlagDifference(
            long flag,
            String rule,
            SubjectKind kind,
            String subject,
            @Nullable Severity before,
            @Nullable Severity after,
            String message) {}
}
