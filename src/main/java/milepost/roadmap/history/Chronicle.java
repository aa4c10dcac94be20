package milepost.roadmap.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import milepost.db.Database;
import milepost.facts.Evidence;
import milepost.facts.Milestone;
import milepost.facts.Roadmap;
import milepost.flags.Flags;
import milepost.roadmap.fact.FactKind;
import milepost.roadmap.store.Change;
import milepost.roadmap.store.HistoryEntry;
import milepost.roadmap.store.LogEntry;
import milepost.roadmap.store.RoadmapStore;
import org.jspecify.annotations.Nullable;

/** What was changed in a roadmap, when, by whom, and what each change did to its flags. */
public final class Chronicle {
    private final Database database;
    private final Flags flags;
    private final RoadmapStore store;
    private final Log log;

    /**
     * The use cases on these.
     *
     * @param store the one that roadmaps are read through, which keeps what it has read
     */
    public Chronicle(Database database, Flags flags, RoadmapStore store) {
        this.database = database;
        this.flags = flags;
        this.store = store;
        this.log = new Log(flags);
    }

    /**
     * The changes of a milestone and of what belongs to it, newest first; at most {@code limit}, those before the change
     * {@code before} if given.
     */
    public List<HistoryEntry> history(String roadmap, String milestone, @Nullable Long before, int limit) {
        return history(roadmap, Milestone.class, milestone, before, limit);
    }

    /**
     * The changes of any fact, newest first, with what each did to the flags about the fact.
     *
     * @param type the record, such as Participant
     * @param key its key; for a dependency {@code predecessor>successor}
     */
    public List<HistoryEntry> history(String roadmap, Class<?> type, String key, @Nullable Long before, int limit) {
        FactKind kind = FactKind.of(type);
        if (kind == FactKind.MILESTONE) {
            return database.read(tx -> new MilestoneHistory(flags).of(tx, roadmap, key, before, limit));
        }
        return database.read(tx -> Histories.of(
                store.versions(tx, roadmap, kind, key, before, limit + 1),
                limit,
                change -> kind.subject() ? flags.causedBy(tx, roadmap, key, change) : List.of()));
    }

    /**
     * Which change recorded each value that made a finding true.
     *
     * @param until changes after this instant do not count; null for all
     * @return as many as there are values, in their order; null for what nobody recorded, such as the day
     */
    public List<@Nullable Change> origins(String roadmap, List<Evidence> values, @Nullable Instant until) {
        return database.read(tx -> new Origins(tx, store, roadmap, until).of(values));
    }

    /** One change of a roadmap. */
    public Optional<Change> findChange(String roadmap, long id) {
        return database.read(tx -> log.find(tx, roadmap, id));
    }

    /** The days of its zone on which something of a roadmap was recorded, oldest first. */
    public List<LocalDate> daysOfChanges(Roadmap roadmap) {
        return database.read(tx -> store.hours(tx, roadmap.key())).stream()
                .map(hour -> hour.atZone(roadmap.zone()).toLocalDate())
                .distinct()
                .toList();
    }

    /** The first changes of a roadmap after an instant, oldest first. */
    public List<LogEntry> following(String roadmap, Instant after, int limit) {
        return database.read(tx -> log.after(tx, roadmap, after, limit));
    }

    /** The id of the first change of the roadmap that was recorded after an instant. */
    public Optional<Long> findNext(String roadmap, Instant after) {
        return database.read(tx -> store.findNext(tx, roadmap, after));
    }

    /** When the roadmap was changed, oldest first, each instant once. */
    public List<Instant> instants(String roadmap) {
        return database.read(tx -> store.instants(tx, roadmap));
    }

    /** The latest changes of a roadmap, newest first. */
    public List<LogEntry> latest(String roadmap, int limit) {
        return database.read(tx -> log.latest(tx, roadmap, limit));
    }
}
