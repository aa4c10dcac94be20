package milepost.web.api.exchange;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import milepost.exchange.work.ImportRun;
import milepost.exchange.work.ImportRuns;
import milepost.exchange.work.Work;
import milepost.facts.Problem;
import milepost.web.api.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Imports that were begun by programs and are asked about later. */
final class Begun {
    private static final Duration ENDING = Duration.ofSeconds(5);

    private final ImportRuns runs;

    Begun(ImportRuns runs) {
        this.runs = runs;
    }

    /** Begins an import and returns its id; empty when too many wait. */
    Optional<String> begin(String person, String roadmap, boolean dryRun, ImportRuns.Task<Map<String, Object>> task) {
        String id = UUID.randomUUID().toString();
        return runs.begin(new ImportRun.Order(id, person, roadmap, dryRun), task, Begun::refusal)
                .map(work -> id);
    }

    /** How far it has come, and its result or what is wrong in the end; empty when it is somebody else's, or forgotten. */
    Optional<ObjectNode> find(String id, String person) {
        return runs.find(id, person).map(this::json);
    }

    /** Stops it before its next step, and says how it stands then; what is done stays done. */
    Optional<ObjectNode> stop(String id, String person) {
        Optional<ImportRun> run = runs.find(id, person);
        run.flatMap(found -> runs.findWork(id)).ifPresent(work -> {
            work.stop();
            work.await(ENDING);
        });
        return run.flatMap(found -> find(id, person));
    }

    private ObjectNode json(ImportRun run) {
        ObjectNode json = Json.object();
        json.put("id", run.order().id());
        json.put("roadmap", run.order().roadmap());
        json.put("dryRun", run.order().dryRun());
        json.put("state", run.state().name());
        if (run.state() == ImportRun.State.RUNNING) {
            runs.findWork(run.order().id()).ifPresent(work -> progress(json, work));
        } else {
            String told = run.answer() == null
                    ? refusal(new Problem(Problem.Kind.CONFLICT, ImportRuns.interrupted()))
                    : run.answer();
            json.set(run.state() == ImportRun.State.DONE ? "result" : "problem", Json.parsed(told));
        }
        return json;
    }

    private static void progress(ObjectNode json, Work<?> work) {
        Work.Progress progress = work.progress();
        json.put("doing", progress.stage().name());
        if (progress.total() > 0) {
            json.put("done", progress.done());
            json.put("total", progress.total());
        }
    }

    private static String refusal(Problem problem) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("detail", problem.getMessage());
        if (!problem.fields().isEmpty()) {
            json.put("errors", ExchangeApi.located(problem).errors());
        }
        return Json.value(json).toString();
    }
}
