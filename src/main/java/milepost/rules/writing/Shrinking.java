package milepost.rules.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

/** Leaves out of a roadmap what is not needed, and whatever would then name something that is not there. */
final class Shrinking {
    private final long end;

    /** Stops trying when that moment, in the nanoseconds of this machine, has come. */
    Shrinking(long end) {
        this.end = end;
    }

    /** The facts without which {@code same} would no longer hold, found by leaving out halves, quarters and so on. */
    Snapshot least(Snapshot whole, Predicate<Snapshot> same) {
        List<Object> kept = facts(whole);
        for (int size = Math.max(1, kept.size() / 2); ; size = size / 2) {
            for (int from = 0; from < kept.size() && System.nanoTime() < end; ) {
                List<Object> fewer = new ArrayList<>(kept);
                fewer.subList(from, Math.min(kept.size(), from + size)).clear();
                Snapshot tried = of(whole.roadmap(), fewer);
                if (same.test(tried)) {
                    kept = facts(tried);
                } else {
                    from += size;
                }
            }
            if (size <= 1) {
                return of(whole.roadmap(), kept);
            }
        }
    }

    /** What has to do with one milestone or indicator directly, and what the rule names by its key. */
    static Snapshot near(Snapshot whole, String subject, Predicate<String> named) {
        Set<String> milestones = whole.milestones().stream()
                .map(Milestone::key)
                .filter(key -> key.equals(subject) || named.test(key) || joined(whole, subject, key))
                .collect(Collectors.toSet());
        Set<String> indicators = whole.indicators().stream()
                .map(Indicator::key)
                .filter(key -> key.equals(subject)
                        || named.test(key)
                        || whole.findMilestone(subject)
                                .filter(m -> m.requires().contains(key))
                                .isPresent())
                .collect(Collectors.toSet());
        List<Object> kept = new ArrayList<>(facts(whole));
        kept.removeIf(fact -> fact instanceof Milestone m && !milestones.contains(m.key())
                || fact instanceof Indicator i && !indicators.contains(i.key())
                || fact instanceof Event);
        return of(whole.roadmap(), kept);
    }

    private static boolean joined(Snapshot whole, String one, String other) {
        return whole.dependencies().stream()
                .anyMatch(d -> d.predecessor().equals(one) && d.successor().equals(other)
                        || d.predecessor().equals(other) && d.successor().equals(one));
    }

    /** Leaves out kinds of facts that the rule never matches. */
    static Snapshot ofKinds(Snapshot whole, Predicate<String> matched) {
        List<Object> kept = facts(whole);
        boolean indicators = matched.test("Indicator") || matched.test("Observation");
        kept.removeIf(fact -> fact instanceof Indicator
                ? !indicators
                : !(fact instanceof Milestone) && !matched.test(fact.getClass().getSimpleName()));
        return of(whole.roadmap(), kept);
    }

    private static List<Object> facts(Snapshot whole) {
        List<Object> all = new ArrayList<>();
        all.addAll(whole.ratings());
        all.addAll(whole.attributes());
        all.addAll(whole.events());
        all.addAll(whole.updates());
        all.addAll(whole.observations());
        all.addAll(whole.indicators());
        all.addAll(whole.restrictions());
        all.addAll(whole.participants());
        all.addAll(whole.dependencies());
        all.addAll(whole.milestones());
        return all;
    }

    private static Snapshot of(Roadmap roadmap, List<Object> facts) {
        List<Indicator> indicators = only(facts, Indicator.class);
        Set<String> measured = indicators.stream().map(Indicator::key).collect(Collectors.toSet());
        List<Milestone> milestones = only(facts, Milestone.class).stream()
                .map(m -> requiring(m, measured))
                .toList();
        Set<String> there = milestones.stream().map(Milestone::key).collect(Collectors.toSet());
        return new Snapshot(
                roadmap,
                milestones,
                only(facts, Dependency.class).stream()
                        .filter(d -> there.contains(d.predecessor()) && there.contains(d.successor()))
                        .toList(),
                only(facts, Participant.class).stream()
                        .filter(p -> there.contains(p.milestone()))
                        .toList(),
                only(facts, Restriction.class),
                indicators,
                only(facts, Observation.class).stream()
                        .filter(o -> measured.contains(o.indicator()))
                        .toList(),
                only(facts, Event.class),
                only(facts, ProgressUpdate.class).stream()
                        .filter(u -> there.contains(u.milestone()))
                        .toList(),
                only(facts, Attribute.class).stream()
                        .filter(a -> there.contains(a.milestone()))
                        .toList(),
                only(facts, Rating.class).stream()
                        .filter(r -> r.milestone() == null || there.contains(r.milestone()))
                        .toList());
    }

    /** A case may require only what it gives. */
    private static Milestone requiring(Milestone m, Set<String> given) {
        return given.containsAll(m.requires())
                ? m
                : new Milestone(
                        m.key(),
                        m.title(),
                        m.description(),
                        m.stream(),
                        m.stage(),
                        m.status(),
                        m.progress(),
                        m.start(),
                        m.due(),
                        m.baseline(),
                        m.forecast(),
                        m.completedOn(),
                        m.owner(),
                        m.requires().stream().filter(given::contains).toList(),
                        m.evidence(),
                        m.source(),
                        m.slips(),
                        m.recorded());
    }

    private static <T> List<T> only(List<Object> facts, Class<T> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
