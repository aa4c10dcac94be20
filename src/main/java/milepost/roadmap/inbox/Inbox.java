package milepost.roadmap.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import milepost.db.Database;
import milepost.db.Transaction;
import milepost.facts.Milestone;
import milepost.facts.ProgressUpdate;
import milepost.facts.Reach;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.facts.SubjectKind;
import milepost.flags.Flags;
import milepost.flags.board.Visits;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.store.HistoryFilter;
import milepost.roadmap.store.LogEntry;
import org.jspecify.annotations.Nullable;

/** What an officer has to look after. */
public final class Inbox {
    private static final int CHANGES = 5;

    /** One more than this many changes are read, for those of the officer are left out. */
    private static final int READ = 20;

    private static final Comparator<Task> MOST_URGENT = Comparator.comparing((Task task) -> -task.overdue())
            .thenComparing(task -> task.flags().isEmpty()
                    ? 0
                    : -1 - task.flags().get(0).severity().ordinal())
            .thenComparing(task -> task.milestone().due() == null
                    ? LocalDate.MAX
                    : task.milestone().due().last())
            .thenComparing(task -> task.roadmap().key() + " " + task.milestone().key());

    private final Database database;
    private final Roadmaps roadmaps;
    private final Flags flags;
    private final Cadence cadence;
    private final Visits visits;

    public Inbox(Database database, Roadmaps roadmaps, Flags flags, Cadence cadence) {
        this.database = database;
        this.roadmaps = roadmaps;
        this.flags = flags;
        this.cadence = cadence;
        this.visits = new Visits(database, Visits.Place.INBOX);
    }

    /** An officer: as they sign in, and as they are called. */
    public record Officer(String name, String displayName) {

        /** Whether a milestone is theirs: its officer is one of their two names, whatever the case of its letters. */
        public boolean owns(Milestone milestone) {
            return isNamed(milestone.owner());
        }

        /** Whether this is one of their two names. */
        public boolean isNamed(@Nullable String written) {
            String owner = written == null ? "" : written.strip();
            return owner.equalsIgnoreCase(name) || owner.equalsIgnoreCase(displayName.strip());
        }
    }

    public Cadence cadence() {
        return cadence;
    }

    /**
     * What is in the inbox of an officer who looks now.
     *
     * @param may whether they may report about milestones of the roadmap with this key
     */
    public Tray look(Officer officer, Predicate<String> may) {
        Instant since = visits.look(officer.name());
        List<Task> tasks = new ArrayList<>();
        for (String key : roadmaps.keys(Reach.EVERYTHING).stream().filter(may).toList()) {
            Snapshot snapshot = roadmaps.snapshot(key);
            List<Milestone> own =
                    snapshot.milestones().stream().filter(officer::owns).toList();
            if (!own.isEmpty()) {
                tasks.addAll(tasks(snapshot, own, since, officer));
            }
        }
        tasks.sort(MOST_URGENT);
        List<Flag> assigned = flags.list(FlagQuery.counted().assignedTo(List.of(officer.name()))).stream()
                .filter(flag -> may.test(flag.roadmap()))
                .toList();
        return new Tray(tasks, assigned, since);
    }

    private List<Task> tasks(Snapshot snapshot, List<Milestone> own, @Nullable Instant since, Officer officer) {
        String key = snapshot.roadmap().key();
        LocalDate today = database.read(Transaction::now)
                .atZone(snapshot.roadmap().zone())
                .toLocalDate();
        List<Flag> counted = flags.list(FlagQuery.counted().inRoadmap(key));
        return own.stream()
                .map(m -> {
                    List<Flag> about = counted.stream()
                            .filter(f -> f.kind() == SubjectKind.MILESTONE
                                    && f.subject().equals(m.key()))
                            .toList();
                    ProgressUpdate last = last(snapshot, m);
                    Severity worst = about.isEmpty() ? null : about.get(0).severity();
                    return new Task(
                            snapshot.roadmap(),
                            m,
                            today,
                            about,
                            last,
                            owed(m, last, worst, today),
                            since == null ? List.of() : changes(key, m.key(), since, officer));
                })
                .toList();
    }

    private static @Nullable ProgressUpdate last(Snapshot snapshot, Milestone milestone) {
        return snapshot.updates().stream()
                .filter(u -> u.milestone().equals(milestone.key()))
                .max(Comparator.comparing(ProgressUpdate::date)
                        .thenComparing(u -> u.recorded().at()))
                .orElse(null);
    }

    /** Without any report the first one is owed at once: since yesterday, so that it shows. */
    private @Nullable LocalDate owed(
            Milestone milestone, @Nullable ProgressUpdate last, @Nullable Severity worst, LocalDate today) {
        boolean begun = milestone.start() == null || !milestone.start().first().isAfter(today);
        if (!milestone.open() || !begun) {
            return null;
        }
        return last == null ? today.minusDays(1) : last.date().plusDays(cadence.after(worst));
    }

    private List<LogEntry> changes(String roadmap, String milestone, Instant since, Officer officer) {
        HistoryFilter filter = new HistoryFilter(null, null, null, milestone, since, null);
        return roadmaps.past().page(roadmap, filter, READ).stream()
                .filter(entry -> !entry.change().actor().equals(officer.name()))
                .limit(CHANGES)
                .toList();
    }
}
