package milepost.web.officer.roadmap;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milepost.facts.Snapshot;
import milepost.flags.life.Cause;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagEvent;
import milepost.flags.store.FlagNews;
import milepost.web.happened.ChangeRow;
import milepost.web.layout.Parts;

/** What happened after a past moment: what was recorded, and what flags did without anybody recording anything. */
final class Next {
    /** So many flags are asked what became of them; only the first turns are shown. */
    private static final int MOST_ASKED = 60;

    private static final Set<Cause.Kind> BY_ITSELF = Set.of(Cause.Kind.CLOCK, Cause.Kind.EXPIRY, Cause.Kind.RULES);
    private static final Set<FlagEvent.Kind> TURNS = Set.of(
            FlagEvent.Kind.RAISED,
            FlagEvent.Kind.REOPENED,
            FlagEvent.Kind.RETURNED,
            FlagEvent.Kind.ESCALATED,
            FlagEvent.Kind.RESOLVED);

    private final Parts parts;
    private final Snapshot now;

    Next(Parts parts, Snapshot now) {
        this.parts = parts;
        this.now = now;
    }

    private record Dated(Instant at, ChangeRow row) {}

    /** The first rows after a moment, oldest first. */
    List<ChangeRow> after(Instant moment, List<Flag> today, int limit) {
        Stream<Dated> changes = parts
                .roadmaps()
                .chronicle()
                .following(now.roadmap().key(), moment, limit)
                .stream()
                .map(entry -> new Dated(entry.change().at(), ChangeRow.of(entry, now)));
        return Stream.concat(changes, turns(moment, today))
                .sorted(Comparator.comparing(Dated::at))
                .limit(limit)
                .map(Dated::row)
                .toList();
    }

    /** What happened to several flags at once, such as on a new day, is one row. */
    private Stream<Dated> turns(Instant moment, List<Flag> today) {
        Map<Long, Flag> moved = today.stream()
                .filter(flag -> moved(flag).isAfter(moment))
                .sorted(Comparator.comparing(Next::moved))
                .limit(MOST_ASKED)
                .collect(Collectors.toMap(Flag::id, Function.identity()));
        Map<Instant, List<FlagNews>> byTime = moved.values().stream()
                .flatMap(flag -> parts.flags().events(flag.id()).stream()
                        .map(e -> new FlagNews(flag.roadmap(), flag.subject(), e)))
                .filter(n -> n.event().at().isAfter(moment)
                        && TURNS.contains(n.event().event()))
                .filter(n -> BY_ITSELF.contains(n.event().cause().kind()))
                .sorted(Comparator.comparing((FlagNews n) -> n.event().severity())
                        .reversed())
                .collect(Collectors.groupingBy(n -> n.event().at(), TreeMap::new, Collectors.toList()));
        return byTime.entrySet().stream()
                .map(e -> new Dated(
                        e.getKey(), ChangeRow.of(e.getValue(), now.roadmap().zone())));
    }

    private static Instant moved(Flag flag) {
        Instant resolved = flag.resolvedAt();
        return resolved == null || resolved.isBefore(flag.raisedAt()) ? flag.raisedAt() : resolved;
    }
}
