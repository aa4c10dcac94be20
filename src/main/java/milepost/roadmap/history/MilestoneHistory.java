package milepost.roadmap.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milepost.db.Transaction;
import milepost.facts.Attribute;
import milepost.facts.Dependency;
import milepost.facts.Participant;
import milepost.facts.Recorded;
import milepost.flags.Flags;
import milepost.roadmap.fact.FactJson;
import milepost.roadmap.fact.FactKind;
import milepost.roadmap.store.Change;
import milepost.roadmap.store.HistoryEntry;
import milepost.roadmap.store.MilestoneChangeStore;
import org.jspecify.annotations.Nullable;

/** What happened to a milestone: to itself, to who takes part in it, to what sources say of it, to what it waits for or is awaited by. */
public final class MilestoneHistory {
    /** Even an import of a large roadmap touches fewer facts that belong to one milestone. */
    private static final int MOST_TOUCHED = 10_000;

    private final MilestoneChangeStore changes = new MilestoneChangeStore();
    private final Flags flags;

    public MilestoneHistory(Flags flags) {
        this.flags = flags;
    }

    /** What one change did to a milestone and around it. */
    private record Told(Change change, List<MilestoneChangeStore.Step> steps) {

        /** The milestone itself, when the change brought a version of it or took it away. */
        Optional<MilestoneChangeStore.Step> findOwn() {
            return steps.stream()
                    .filter(step -> step.kind() == FactKind.MILESTONE)
                    .findFirst();
        }
    }

    /** Newest first; a change after which the milestone is gone has the version 0. */
    public List<HistoryEntry> of(Transaction tx, String roadmap, String milestone, @Nullable Long before, int limit) {
        List<Told> told = changes.of(tx, roadmap, milestone, before, limit).stream()
                .map(change -> new Told(change, changes.steps(tx, change, milestone, MOST_TOUCHED)))
                .toList();
        List<HistoryEntry> entries = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            Change change = told.get(i).change();
            entries.add(new HistoryEntry(
                    change,
                    version(tx, told.subList(i, told.size()), milestone),
                    fields(told.get(i), milestone),
                    flags.causedBy(tx, roadmap, milestone, change.id())));
        }
        return entries;
    }

    private static List<HistoryEntry.FieldChange> fields(Told told, String milestone) {
        List<HistoryEntry.FieldChange> fields = new ArrayList<>();
        told.findOwn()
                .filter(own -> own.after() != null)
                .ifPresent(own -> fields.addAll(Histories.changes(own.before(), own.after())));
        told.steps().stream().flatMap(step -> around(step, milestone)).forEach(fields::add);
        return fields;
    }

    /** The version after the first of these changes: its own, or that of the last change before it that brought one. */
    private long version(Transaction tx, List<Told> told, String milestone) {
        Optional<MilestoneChangeStore.Step> own = told.get(0).findOwn();
        if (own.isPresent()) {
            return own.get().version();
        }
        return told.stream()
                .flatMap(earlier -> earlier.findOwn().stream())
                .map(MilestoneChangeStore.Step::version)
                .filter(version -> version > 0)
                .findFirst()
                .orElseGet(() -> changes.version(tx, told.get(0).change(), milestone));
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
        if (step.kind() == FactKind.ATTRIBUTE) {
            return "values/" + step.key().substring(milestone.length() + 1);
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
        if (kind == FactKind.ATTRIBUTE) {
            return AttributeText.full(FactJson.read(body, unknown, Attribute.class));
        }
        Participant p = FactJson.read(body, unknown, Participant.class);
        return Stream.of(p.name(), p.jurisdiction(), p.sector(), p.role())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}
