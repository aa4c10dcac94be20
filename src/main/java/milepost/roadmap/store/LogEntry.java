package milepost.roadmap.store;

import java.util.List;
import milepost.flags.life.FlagEvent;

/**
 * One change of a roadmap: which facts it touched and what it did to flags.
 *
 * @param touched the first of them
 * @param more whether it touched more than are listed
 */
public record LogEntry(Change change, List<Touched> touched, boolean more, List<FlagEvent> flags) {

    public LogEntry with(Change told) {
        return told == change ? this : new LogEntry(told, touched, more, flags);
    }

    /**
     * A fact that a change touched.
     *
     * @param type the record, such as Milestone
     * @param fields what is different, field by field; of a fact that came or went all it is made of
     */
    public record Touched(Class<?> type, String key, How how, List<HistoryEntry.FieldChange> fields) {}

    /** What happened to a fact. */
    public enum How {
        ADDED,
        CHANGED,
        REMOVED
    }
}
