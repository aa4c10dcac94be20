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
import milepost.roadmap.Edit;
import milepost.web.officer.form.Keys;
import org.jspecify.annotations.Nullable;

/** What goes when a fact goes, what stands in the way, and how it comes back. */
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

    /** Brings them back as they were. */
    static List<Edit> restored(List<Object> facts) {
        return facts.stream().<Edit>map(fact -> new Edit.Put(anew(fact))).toList();
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

    private static Object anew(Object fact) {
        if (fact instanceof Indicator i) {
            return new Indicator(
                    i.key(), i.title(), i.stage(), i.unit(), i.target(), i.note(), i.source(), Keys.version(0));
        } else if (fact instanceof Restriction r) {
            return new Restriction(
                    r.key(),
                    r.title(),
                    r.kind(),
                    r.imposedBy(),
                    r.targets(),
                    r.sector(),
                    r.from(),
                    r.to(),
                    r.note(),
                    r.source(),
                    Keys.version(0));
        } else if (fact instanceof Event e) {
            return new Event(e.key(), e.title(), e.date(), e.description(), e.source(), Keys.version(0));
        }
        Observation o = (Observation) fact;
        return new Observation(o.key(), o.indicator(), o.date(), o.value(), o.note(), o.source(), Keys.version(0));
    }
}
