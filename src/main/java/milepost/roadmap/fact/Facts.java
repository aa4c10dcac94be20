package milepost.roadmap.fact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import milepost.facts.Attribute;
import milepost.facts.Dependency;
import milepost.facts.Event;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Observation;
import milepost.facts.Participant;
import milepost.facts.ProgressUpdate;
import milepost.facts.Rating;
import milepost.facts.Restriction;
import milepost.facts.Roadmap;
import milepost.facts.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one roadmap by kind and key, while edits are being carried out.
 *
 * <p>The facts of a kind stand in the order in which their present versions were written, as in the store.
 */
public final class Facts {
    /** An edit asks for a few facts, an import for very many; only then are the keys of a kind worth a table. */
    private static final int FEW = 8;

    private final Map<FactKind, List<?>> lists = new EnumMap<>(FactKind.class);
    private final Map<FactKind, Map<String, Object>> byKey = new EnumMap<>(FactKind.class);
    private final Map<FactKind, Integer> searches = new EnumMap<>(FactKind.class);
    private final Map<Id, Long> former = new HashMap<>();

    /** What tells one fact of a roadmap from all others. */
    public record Id(FactKind kind, String key) {
        public static Id of(Edit edit) {
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

    public static Facts of(List<?> facts) {
        Facts all = new Facts();
        facts.forEach(all::put);
        return all;
    }

    /** Those of a snapshot, which stays as it is; kinds that no edit touches are shared with it. */
    public static Facts of(Snapshot snapshot) {
        Facts all = new Facts();
        all.lists.put(FactKind.ROADMAP, List.of(snapshot.roadmap()));
        all.lists.put(FactKind.MILESTONE, snapshot.milestones());
        all.lists.put(FactKind.DEPENDENCY, snapshot.dependencies());
        all.lists.put(FactKind.PARTICIPANT, snapshot.participants());
        all.lists.put(FactKind.RESTRICTION, snapshot.restrictions());
        all.lists.put(FactKind.INDICATOR, snapshot.indicators());
        all.lists.put(FactKind.OBSERVATION, snapshot.observations());
        all.lists.put(FactKind.EVENT, snapshot.events());
        all.lists.put(FactKind.UPDATE, snapshot.updates());
        all.lists.put(FactKind.ATTRIBUTE, snapshot.attributes());
        all.lists.put(FactKind.RATING, snapshot.ratings());
        return all;
    }

    /** Adds a fact, or puts it in place of the one with its key; either way it is the last of its kind then. */
    public void put(Object fact) {
        replace(get(FactKind.of(fact.getClass()), FactKind.key(fact)), fact);
    }

    /**
     * The same for whoever knows already what has the key: facts are not asked for their keys again.
     *
     * @param before what {@link #get} gives for this key
     */
    void replace(@Nullable Object before, Object fact) {
        FactKind kind = FactKind.of(fact.getClass());
        if (few(kind)) {
            List<Object> facts = without(kind, before);
            facts.add(fact);
            lists.put(kind, Collections.unmodifiableList(facts));
            return;
        }
        String key = FactKind.key(fact);
        Map<String, Object> facts = byKey(kind);
        facts.remove(key);
        facts.put(key, fact);
        lists.remove(kind);
    }

    public void remove(FactKind kind, String key) {
        Object gone = get(kind, key);
        if (gone == null) {
            return;
        }
        if (few(kind)) {
            lists.put(kind, Collections.unmodifiableList(without(kind, gone)));
        } else {
            byKey(kind).remove(key);
            lists.remove(kind);
        }
        remember(new Id(kind, key), FactKind.recorded(gone).version());
    }

    /** Keeps the last version of a fact that is gone: a key that is used again goes on counting. */
    public void remember(Id id, long version) {
        former.put(id, version);
    }

    /** The last version of a fact that is gone, 0 when there never was one. */
    public long former(Id id) {
        return former.getOrDefault(id, 0L);
    }

    public @Nullable Object get(FactKind kind, String key) {
        if (!few(kind)) {
            return byKey(kind).get(key);
        }
        for (Object fact : lists.getOrDefault(kind, List.of())) {
            if (FactKind.key(fact).equals(key)) {
                return fact;
            }
        }
        return null;
    }

    public Optional<Milestone> findMilestone(String key) {
        return Optional.ofNullable((Milestone) get(FactKind.MILESTONE, key));
    }

    public Optional<Roadmap> findRoadmap() {
        return list(Roadmap.class).stream().findFirst();
    }

    /** Every fact, kind by kind. */
    public List<Object> all() {
        return Stream.of(FactKind.values())
                .flatMap(kind -> list(kind.type()).stream())
                .<Object>map(fact -> fact)
                .toList();
    }

    @SuppressWarnings("unchecked") // only facts of a kind are put into its list
    <T> List<T> list(Class<T> type) {
        return (List<T>) lists.computeIfAbsent(
                FactKind.of(type), kind -> List.copyOf(byKey(kind).values()));
    }

    public Snapshot snapshot(Roadmap roadmap) {
        return new Snapshot(
                roadmap,
                list(Milestone.class),
                list(Dependency.class),
                list(Participant.class),
                list(Restriction.class),
                list(Indicator.class),
                list(Observation.class),
                list(Event.class),
                list(ProgressUpdate.class),
                list(Attribute.class),
                list(Rating.class));
    }

    private boolean few(FactKind kind) {
        return !byKey.containsKey(kind) && searches.merge(kind, 1, Integer::sum) <= FEW;
    }

    /** Those of a kind but for this very one, with room for another. */
    private List<Object> without(FactKind kind, @Nullable Object gone) {
        List<?> before = lists.getOrDefault(kind, List.of());
        List<Object> facts = new ArrayList<>(before.size() + 1);
        facts.addAll(before);
        for (int i = 0; gone != null && i < facts.size(); i++) {
            if (facts.get(i) == gone) {
                facts.remove(i);
                break;
            }
        }
        return facts;
    }

    private Map<String, Object> byKey(FactKind kind) {
        return byKey.computeIfAbsent(kind, k -> {
            Map<String, Object> facts = new LinkedHashMap<>();
            lists.getOrDefault(k, List.of()).forEach(fact -> facts.put(FactKind.key(fact), fact));
            return facts;
        });
    }
}
