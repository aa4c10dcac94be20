package milepost.roadmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milepost.db.Transaction;
import milepost.facts.Dependency;
import milepost.facts.Participant;
import milepost.facts.Recorded;
import milepost.flags.Flags;
import org.jspecify.annotations.Nullable;

/** What happened to a milestone: to itself, to who takes part in it and to what it waits for or is awaited by. */
final class MilestoneHistory {
    /** Even an import of a large roadmap touches fewer facts that belong to one milestone. */
    private static final int MOST_TOUCHED = 10_000;

    private final RoadmapStore store;
    private final MilestoneChangeStore changes = new MilestoneChangeStore();
    private final Flags flags;

    MilestoneHistory(RoadmapStore store, Flags flags) {
        this.store = store;
        this.flags = flags;
    }

    /** Newest first; a change after which the milestone is gone has the version 0. */
    List<HistoryEntry> of(Transaction tx, String roadmap, String milestone, @Nullable Long before, int limit) {
        List<RoadmapStore.Version> versions =
                store.versions(tx, roadmap, FactKind.MILESTONE, milestone, before, limit + 1);
        List<HistoryEntry> own = Histories.of(versions, limit, change -> List.of());
        List<HistoryEntry> entries = new ArrayList<>();
        for (Change change : changes.of(tx, roadmap, milestone, before, limit)) {
            List<MilestoneChangeStore.Step> steps = changes.steps(tx, change, milestone, MOST_TOUCHED);
            List<HistoryEntry.FieldChange> fields = new ArrayList<>();
            own.stream()
                    .filter(entry -> entry.change().id() == change.id())
                    .forEach(entry -> fields.addAll(entry.fields()));
            steps.stream().flatMap(step -> around(step, milestone)).forEach(fields::add);
            boolean gone = steps.stream().anyMatch(step -> step.kind() == FactKind.MILESTONE && step.after() == null);
            long version = gone ? 0 : version(versions, change.id());
            entries.add(new HistoryEntry(change, version, fields, flags.causedBy(tx, roadmap, milestone, change.id())));
        }
        return entries;
    }

    private static long version(List<RoadmapStore.Version> versions, long change) {
        return versions.stream()
                .filter(version -> version.change().id() <= change)
                .findFirst()
                .map(RoadmapStore.Version::number)
                .orElse(0L);
    }

    private static Stream<HistoryEntry.FieldChange> around(MilestoneChangeStore.Step step, String milestone) {
        if (step.kind() == FactKind.MILESTONE) {
            return Stream.empty();
        }
        String before = text(step.kind(), step.before());
        String after = text(step.kind(), step.after());
        return Objects.equals(before, after)
                ? Stream.empty()
                : Stream.of(new HistoryEntry.FieldChange(field(step, milestone), before, after));
    }

    private static String field(MilestoneChangeStore.Step step, String milestone) {
        if (step.kind() == FactKind.PARTICIPANT) {
            return "participants/" + step.key();
        }
        String waiting = ">" + milestone;
        return step.key().endsWith(waiting)
                ? "dependencies/" + step.key().substring(0, step.key().length() - waiting.length())
                : "dependents/" + step.key().substring(milestone.length() + 1);
    }

    private static @Nullable String text(FactKind kind, @Nullable String body) {
        if (body == null) {
            return null;
        }
        Recorded unknown = new Recorded(0, java.time.Instant.EPOCH, "");
        if (kind == FactKind.DEPENDENCY) {
            int days = FactJson.read(body, unknown, Dependency.class).lagDays();
            return "finish to start" + (days == 0 ? "" : ", " + days + " days between");
        }
        Participant p = FactJson.read(body, unknown, Participant.class);
        return Stream.of(p.name(), p.jurisdiction(), p.sector(), p.role())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}
