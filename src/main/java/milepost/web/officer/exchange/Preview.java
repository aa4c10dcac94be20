package milepost.web.officer.exchange;

import java.util.List;
import milepost.exchange.RecordIntake;
import milepost.exchange.intake.Mapping;
import milepost.exchange.intake.Plan;
import milepost.exchange.table.Decoding;
import milepost.exchange.table.Tables;
import milepost.facts.Problem;
import milepost.facts.Problem.FieldError;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.Saved;
import milepost.web.layout.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * What a file comes to as it is to be taken; nothing is stored.
 *
 * @param mapping null for a history
 * @param plan null for a history, and for a table whose columns contradict each other
 * @param history null for a table
 * @param saved what the import would do; null when something is in its way
 * @param errors what is in its way
 */
record Preview(
        @Nullable Mapping mapping,
        @Nullable Plan plan,
        RecordIntake.@Nullable Taken history,
        @Nullable Saved saved,
        List<FieldError> errors) {
    static final String COLUMNS = "columns";

    /** INVALID or TOO_LARGE when the file cannot be read at all. */
    static Preview of(Exchange exchange, Upload upload) {
        if (!upload.history()) {
            return table(exchange, upload);
        }
        try {
            RecordIntake.Taken taken = exchange.records().take(Decoding.json(upload.bytes()), upload.recordWish(true));
            return new Preview(null, null, taken, taken.saved(), List.of());
        } catch (Problem problem) {
            return new Preview(null, null, null, null, errors(problem));
        }
    }

    /** Guesses, and what was chosen instead. */
    static Mapping mapping(Upload upload) {
        return Mapping.of(
                        Tables.read(upload.file(), upload.bytes()),
                        upload.wish().profile())
                .with(upload.wish().meanings());
    }

    static Roadmaps.Author author(Upload upload) {
        return new Roadmaps.Author(upload.person(), "Import of " + upload.file(), null);
    }

    private static Preview table(Exchange exchange, Upload upload) {
        Mapping mapping = mapping(upload);
        Plan plan = null;
        try {
            plan = exchange.intake().plan(upload.file(), upload.bytes(), upload.wish());
            if (plan.stopped()) {
                return new Preview(mapping, plan, null, null, List.of());
            }
            Saved saved = exchange.intake().preview(plan, upload.wish(), author(upload));
            return new Preview(mapping, plan, null, saved, List.of());
        } catch (Problem problem) {
            return new Preview(mapping, plan, null, null, errors(problem));
        }
    }

    static List<FieldError> errors(Problem problem) {
        return problem.fields().isEmpty()
                ? List.of(new FieldError(COLUMNS, String.valueOf(problem.getMessage())))
                : problem.fields();
    }
}
