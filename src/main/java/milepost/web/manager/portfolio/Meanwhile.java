package milepost.web.manager.portfolio;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import milepost.access.Person;
import milepost.facts.Reach;
import milepost.facts.Snapshot;
import milepost.flags.life.Cause;
import milepost.flags.store.FlagNews;
import milepost.flags.store.FlagQuery;
import milepost.roadmap.store.HistoryFilter;
import milepost.roadmap.store.LogEntry;
import milepost.web.asof.Sight;
import milepost.web.happened.ChangeRow;
import milepost.web.layout.Links;
import milepost.web.layout.Parts;
import milepost.web.layout.Words;

/** Collects what happened on all roadmaps within reach while somebody was away. */
final class Meanwhile {
    private static final int ROWS = 8;

    /** So many changes are read at a time; those of the visitor are left out, however many they are. */
    private static final int READ = 20;

    /** Flags that turned at one time are one row. */
    private static final int FLAGS_READ = 500;

    private final Parts parts;
    private final Reach reach;
    private final Person person;

    Meanwhile(Parts parts, Reach reach, Person person) {
        this.parts = parts;
        this.reach = reach;
        this.person = person;
    }

    private record Dated(Instant at, ChangeRow row) {}

    private record Turn(Instant at, String roadmap, Cause cause) {}

    SinceVisit since(Instant last) {
        List<Snapshot> roadmaps = parts.roadmaps().keys(reach).stream()
                .map(parts.roadmaps()::snapshot)
                .toList();
        boolean several = roadmaps.size() > 1;
        List<Dated> rows = Stream.concat(
                        roadmaps.stream().flatMap(roadmap -> changes(roadmap, last, several)), turns(last, several))
                .sorted(Comparator.comparing(Dated::at).reversed())
                .limit(ROWS + 1)
                .toList();
        return new SinceVisit(
                Words.time(last, Sight.zone(parts, reach)),
                parts.flags().count(FlagQuery.counted().seenBy(reach).newsSince(last)),
                rows.stream().limit(ROWS).map(Dated::row).toList(),
                rows.size() > ROWS ? roadmaps.stream().map(Meanwhile::history).toList() : List.of());
    }

    private Stream<Dated> changes(Snapshot roadmap, Instant last, boolean several) {
        return others(roadmap.roadmap().key(), last).stream()
                .map(entry -> new Dated(
                        entry.change().at(),
                        named(ChangeRow.of(entry, roadmap), roadmap.roadmap().title(), several)));
    }

    /** The latest changes by others, as many as can be shown and one more. */
    private List<LogEntry> others(String roadmap, Instant last) {
        List<LogEntry> found = new ArrayList<>();
        HistoryFilter filter = new HistoryFilter(null, null, null, null, last, null);
        List<LogEntry> page;
        do {
            page = parts.roadmaps().past().page(roadmap, filter, READ);
            page.stream()
                    .filter(entry -> !entry.change().actor().equals(person.name()))
                    .limit(ROWS + 1 - found.size())
                    .forEach(found::add);
            if (!page.isEmpty()) {
                filter = filter.before(page.get(page.size() - 1).change().id());
            }
        } while (page.size() == READ && found.size() <= ROWS);
        return found;
    }

    private Stream<Dated> turns(Instant last, boolean several) {
        FlagQuery query = FlagQuery.all().seenBy(reach).atMost(FLAGS_READ);
        Map<Turn, List<FlagNews>> turns = new LinkedHashMap<>();
        for (FlagNews news : parts.flags().news(query, last, person.name())) {
            Cause cause = news.event().cause();
            turns.computeIfAbsent(new Turn(news.event().at(), news.roadmap(), cause), t -> new ArrayList<>())
                    .add(news);
        }
        return turns.entrySet().stream().map(turn -> {
            Snapshot roadmap = parts.roadmaps().snapshot(turn.getKey().roadmap());
            ZoneId zone = roadmap.roadmap().zone();
            List<FlagNews> worst = turn.getValue().stream()
                    .sorted(Comparator.comparing((FlagNews n) -> n.event().severity())
                            .reversed())
                    .toList();
            return new Dated(
                    turn.getKey().at(),
                    named(ChangeRow.of(worst, zone), roadmap.roadmap().title(), several));
        });
    }

    private static ChangeRow named(ChangeRow row, String roadmap, boolean several) {
        return several ? row.of(roadmap) : row;
    }

    private static SinceVisit.History history(Snapshot roadmap) {
        return new SinceVisit.History(
                roadmap.roadmap().title(), Links.roadmap(roadmap.roadmap().key()) + "/history");
    }
}
