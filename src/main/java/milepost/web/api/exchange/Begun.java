package milepost.web.api.exchange;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import milepost.exchange.work.Tracker;
import milepost.exchange.work.Work;
import milepost.exchange.work.Works;
import milepost.facts.Problem;
import org.jspecify.annotations.Nullable;

/** Imports that were begun and are asked about later: for a day, and the newest of each person. */
final class Begun {
    static final int OF_ONE_PERSON = 20;
    private static final int OF_ALL = 200;

    /** An import and who began it. */
    private record Entry(
            String id, String person, String roadmap, boolean dryRun, Instant at, Work<Map<String, Object>> work) {}

    private final Works works;
    private final InstantSource clock;

    /** In the order in which they were begun. */
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    Begun(Works works, InstantSource clock) {
        this.works = works;
        this.clock = clock;
    }

    /** What tells one import from another. */
    record Order(String person, String roadmap, boolean dryRun) {}

    /** Begins an import and returns its id; empty when too many wait. */
    synchronized Optional<String> begin(Order order, Function<Tracker, Map<String, Object>> task) {
        forget(order.person());
        Instant now = clock.instant();
        return works.begin(task).map(work -> {
            String id = UUID.randomUUID().toString();
            entries.put(id, new Entry(id, order.person(), order.roadmap(), order.dryRun(), now, work));
            return id;
        });
    }

    /** How far it has come, and its result or what is wrong in the end; empty when it is somebody else's, or forgotten. */
    synchronized Optional<Map<String, Object>> find(String id, String person) {
        Entry entry = entries.get(id);
        return entry == null || !entry.person().equals(person) ? Optional.empty() : Optional.of(json(entry));
    }

    private void forget(String person) {
        Instant old = clock.instant().minus(1, ChronoUnit.DAYS);
        entries.values().removeIf(e -> e.work().ended() && e.at().isBefore(old));
        drop(
                entries.values().stream()
                        .filter(e -> e.work().ended() && e.person().equals(person))
                        .toList(),
                OF_ONE_PERSON);
        drop(entries.values().stream().filter(e -> e.work().ended()).toList(), OF_ALL);
    }

    private void drop(List<Entry> ended, int most) {
        ended.stream().limit(Math.max(0, ended.size() - most + 1L)).forEach(e -> entries.remove(e.id()));
    }

    private static Map<String, Object> json(Entry entry) {
        Work<Map<String, Object>> work = entry.work();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", entry.id());
        json.put("roadmap", entry.roadmap());
        json.put("dryRun", entry.dryRun());
        if (!work.ended()) {
            Work.Progress progress = work.progress();
            json.put("state", "RUNNING");
            json.put("doing", progress.stage().name());
            if (progress.total() > 0) {
                json.put("done", progress.done());
                json.put("total", progress.total());
            }
            return json;
        }
        ended(json, work);
        return json;
    }

    private static void ended(Map<String, Object> json, Work<Map<String, Object>> work) {
        try {
            Map<String, Object> result = work.result();
            json.put("state", "DONE");
            json.put("result", result);
        } catch (Problem problem) {
            json.put("state", "FAILED");
            json.put("problem", problem(problem.getMessage(), problem));
        } catch (RuntimeException unforeseen) {
            json.put("state", "FAILED");
            json.put("problem", problem("The server met an error while it read the file; nothing was stored.", null));
        }
    }

    private static Map<String, Object> problem(@Nullable String detail, @Nullable Problem problem) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("detail", String.valueOf(detail));
        if (problem != null && !problem.fields().isEmpty()) {
            json.put("errors", ExchangeApi.located(problem).errors());
        }
        return json;
    }
}
