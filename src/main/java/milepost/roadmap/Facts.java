package milepost.roadmap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milepost.facts.Dependency;
import milepost.facts.Event;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Observation;
import milepost.facts.Participant;
import milepost.facts.ProgressUpdate;
import milepost.facts.Restriction;
import milepost.facts.Roadmap;
import milepost.facts.Snapshot;
import org.jspecify.annotations.Nullable;

/** The facts of one roadmap by kind and key, while edits are being carried out. */
final class Facts {
    private final Map<FactKind, Map<String, Object>> byKind = new LinkedHashMap<>();
    private final Map<Id, Long> former = new HashMap<>();

    /** What tells one fact of a roadmap from all others. */
    record Id(FactKind kind, String key) {
        static Id of(Edit edit) {
            if (edit instanceof Edit.MilestoneRevision revision) {
                return new Id(FactKind.MILESTONE, revision.key());
            }
            if (edit instanceof Edit.Put put) {
                return new Id(FactKind.of(put.fact().getClass()), FactKind.key(put.fact()));
            }
            Edit.Removal removal = (Edit.Removal) edit;
            return new Id(FactKind.of(removal.type()), removal.key());
        }
    }

    static Facts of(List<?> facts) {
        Facts all = new Facts();
        facts.forEach(all::put);
        return all;
    }

    static Facts of(Snapshot snapshot) {
        List<Object> facts = new ArrayList<>();
        facts.add(snapshot.roadmap());
        facts.addAll(snapshot.milestones());
        facts.addAll(snapshot.dependencies());
        facts.addAll(snapshot.participants());
        facts.addAll(snapshot.restrictions());
        facts.addAll(snapshot.indicators());
        facts.addAll(snapshot.observations());
        facts.addAll(snapshot.events());
        facts.addAll(snapshot.updates());
        return of(facts);
    }

    void put(Object fact) {
        kind(FactKind.of(fact.getClass())).put(FactKind.key(fact), fact);
    }

    void remove(FactKind kind, String key) {
        Object gone = kind(kind).remove(key);
        if (gone != null) {
            remember(new Id(kind, key), FactKind.recorded(gone).version());
        }
    }

    /** Keeps the last version of a fact that is gone: a key that is used again goes on counting. */
    void remember(Id id, long version) {
        former.put(id, version);
    }

    /** The last version of a fact that is gone, 0 when there never was one. */
    long former(Id id) {
        return former.getOrDefault(id, 0L);
    }

    @Nullable Object get(FactKind kind, String key) {
        return kind(kind).get(key);
    }

    Optional<Milestone> findMilestone(String key) {
        return Optional.ofNullable((Milestone) get(FactKind.MILESTONE, key));
    }

    Optional<Roadmap> findRoadmap() {
        return list(Roadmap.class).stream().findFirst();
    }

    <T> List<T> list(Class<T> type) {
        return kind(FactKind.of(type)).values().stream().map(type::cast).toList();
    }

    Snapshot snapshot(Roadmap roadmap) {
        return new Snapshot(
                roadmap,
                list(Milestone.class),
                list(Dependency.class),
                list(Participant.class),
                list(Restriction.class),
                list(Indicator.class),
                list(Observation.class),
                list(Event.class),
                list(ProgressUpdate.class));
    }

    private Map<String, Object> kind(FactKind kind) {
        return byKind.computeIfAbsent(kind, k -> new LinkedHashMap<>());
    }
}
