package milepost.web.officer.exchange;

import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import milepost.exchange.RecordIntake;
import milepost.exchange.intake.plan.Plan;
import milepost.exchange.table.Decoding;
import milepost.exchange.work.ImportRun;
import milepost.exchange.work.ImportRuns;
import milepost.exchange.work.Tracker;
import milepost.exchange.work.Work;
import milepost.facts.Problem.FieldError;
import milepost.web.layout.Exchange;
import org.jspecify.annotations.Nullable;

/** What is being worked out of files that are held: one thing for each file at a time. */
final class Runs {
    /**
     * A look at a file, or its import.
     *
     * @param look null for an import
     * @param carry null for a look
     * @param errors what a person is told beside what comes of a look
     */
    record Run(
            Upload upload,
            @Nullable Work<Preview> look,
            @Nullable Work<Outcome> carry,
            List<FieldError> errors) {

        /** Whichever it is. */
        Work<?> work() {
            Work<?> work = look == null ? carry : look;
            if (work == null) {
                throw new IllegalStateException("neither a look nor an import");
            }
            return work;
        }
    }

    private final Exchange exchange;
    private final Map<String, Run> runs = new ConcurrentHashMap<>();

    Runs(Exchange exchange) {
        this.exchange = exchange;
    }

    /** What goes on for a file, or has ended and was not seen yet; a look when there is nothing else. */
    synchronized Run of(Upload upload) {
        Run run = runs.get(upload.token());
        return run == null || (run.look() != null && !run.upload().wish().equals(upload.wish()))
                ? look(upload, List.of())
                : run;
    }

    /** Whether the file is being imported. */
    boolean carrying(Upload upload) {
        Run run = runs.get(upload.token());
        return run != null && run.carry() != null && !run.work().ended();
    }

    /** A new look at a file, beside what a person is told already. */
    synchronized Run look(Upload upload, List<FieldError> errors) {
        return keep(upload, new Run(upload, begin(t -> Preview.of(exchange, upload, t)), null, errors));
    }

    /** The import of a file; the same that goes on when it was asked for twice. */
    synchronized Run carry(Upload upload) {
        Run before = runs.get(upload.token());
        return before != null && carrying(upload)
                ? before
                : keep(upload, new Run(upload, null, imported(upload), List.of()));
    }

    /** Ends a look that nobody wants any more, or an import, of which nothing is stored then; true while an import has not ended yet. */
    boolean stop(Upload upload) {
        Run run = runs.get(upload.token());
        if (run == null) {
            return false;
        }
        run.work().stop();
        boolean importing = run.carry() != null;
        if (!importing) {
            runs.remove(upload.token());
        }
        return importing;
    }

    /** What came of it was seen. */
    void drop(Upload upload) {
        runs.remove(upload.token());
    }

    private Run keep(Upload upload, Run run) {
        Run before = runs.put(upload.token(), run);
        if (before != null) {
            before.work().stop();
        }
        return run;
    }

    /** Looks that nobody came back for are forgotten when there are new ones. */
    private <T> Work<T> begin(Function<Tracker, T> task) {
        runs.values().removeIf(run -> run.look() != null && run.work().forgotten());
        return exchange.works().begin(task).orElseThrow(Runs::full);
    }

    /** Outlasts the program as far as its person has to know what became of it. */
    private Work<Outcome> imported(Upload upload) {
        ImportRun.Order order = new ImportRun.Order(
                upload.token(), upload.person(), upload.wish().roadmap(), false);
        return exchange.runs()
                .begin(order, (tracker, unit) -> carryOut(upload, tracker, unit), p -> String.valueOf(p.getMessage()))
                .orElseThrow(Runs::full);
    }

    private static HttpResponseException full() {
        return new HttpResponseException(
                503, "Many files are being read at the moment; send it again in a minute.", Map.of());
    }

    private Outcome carryOut(Upload upload, Tracker tracker, ImportRuns.Unit unit) {
        if (upload.history()) {
            RecordIntake.Wish wish = upload.recordWish(false);
            String text = Decoding.json(upload.bytes());
            return unit.of(() -> Outcome.of(exchange.records().take(text, wish, tracker)), Outcome::told);
        }
        Plan plan = exchange.intake().plan(upload.file(), upload.bytes(), upload.wish(), tracker);
        return unit.of(
                () -> Outcome.of(
                        upload, plan, exchange.intake().carryOut(plan, upload.wish(), Preview.author(upload), tracker)),
                Outcome::told);
    }
}
