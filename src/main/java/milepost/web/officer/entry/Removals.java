package milepost.web.officer.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milepost.facts.Event;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Observation;
import milepost.facts.Restriction;
import milepost.facts.Snapshot;
import milepost.roadmap.fact.Edit;
import org.jspecify.annotations.Nullable;

/** What goes when a fact goes, and what stands in the way. */
final class Removals {
    private Removals() {}

    /** The fact with everything that means nothing without it; empty when there is no such fact. */
    static List<Object> facts(Snapshot snapshot, FactKind kind, String key) {
        Stream<?> facts = switch (kind) {
            case INDICATORS ->
                snapshot.findIndicator(key).stream()
                        .flatMap(i -> Stream.concat(Stream.of(i), values(snapshot, key).stream()));
            case OBSERVATIONS ->
                snapshot.observations().stream().filter(o -> o.key().equals(key));
            case RESTRICTIONS ->
                snapshot.restrictions().stream().filter(r -> r.key().equals(key));
            case EVENTS -> snapshot.events().stream().filter(e -> e.key().equals(key));
        };
        return facts.map(Object.class::cast).toList();
    }

    /** Why it cannot go, null when it can. */
    static @Nullable String obstacle(Snapshot snapshot, FactKind kind, String key) {
        String needing = snapshot.milestones().stream()
                .filter(m -> kind == FactKind.INDICATORS && m.requires().contains(key))
                .map(Milestone::key)
                .collect(Collectors.joining(", "));
        return needing.isEmpty()
                ? null
                : needing + " requires this indicator. Drop the requirement on the page of the milestone first.";
    }

    /** Removes them; the version of the first one is the one that the editor saw. */
    static List<Edit> edits(List<Object> facts, long version) {
        List<Edit> edits = new ArrayList<>();
        for (Object fact : facts) {
            long seen = edits.isEmpty() ? version : version(fact);
            edits.add(new Edit.Removal(fact.getClass(), key(fact), seen));
        }
        return edits;
    }

    static List<Observation> values(Snapshot snapshot, String indicator) {
        return snapshot.observations().stream()
                .filter(o -> o.indicator().equals(indicator))
                .toList();
    }

    /** What a person calls it. */
    static String title(Object fact) {
        if (fact instanceof Indicator i) {
            return i.title();
        } else if (fact instanceof Restriction r) {
            return r.title();
        } else if (fact instanceof Event e) {
            return e.title();
        }
        Observation o = (Observation) fact;
        return o.value().toPlainString() + " of " + o.indicator();
    }

    private static String key(Object fact) {
        if (fact instanceof Indicator i) {
            return i.key();
        } else if (fact instanceof Restriction r) {
            return r.key();
        }
        return fact instanceof Event e ? e.key() : ((Observation) fact).key();
    }

    private static long version(Object fact) {
        if (fact instanceof Indicator i) {
            return i.recorded().version();
        } else if (fact instanceof Restriction r) {
            return r.recorded().version();
        }
        return fact instanceof Event e
                ? e.recorded().version()
                : ((Observation) fact).recorded().version();
    }
}
