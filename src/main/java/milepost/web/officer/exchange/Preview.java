package milepost.web.officer.exchange;

import java.util.List;
import milepost.exchange.RecordIntake;
import milepost.exchange.intake.heading.Mapping;
import milepost.exchange.intake.plan.Plan;
import milepost.exchange.intake.plan.Trouble;
import milepost.exchange.table.Decoding;
import milepost.exchange.table.Tables;
import milepost.exchange.work.Tracker;
import milepost.facts.Problem;
import milepost.facts.Problem.FieldError;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.Saved;
import milepost.web.layout.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * What a file comes to as it is to be taken; nothing is stored, and little is kept of a large file.
 *
 * @param mapping null for a history
 * @param plan to look at; null for a history, and for a table whose columns contradict each other
 * @param something whether there is anything to import
 * @param came what the import would do; null when something is in its way
 * @param errors what is in its way
 */
record Preview(
        @Nullable Mapping mapping,
        @Nullable Plan plan,
        boolean something,
        @Nullable Came came,
        List<FieldError> errors) {
    static final String COLUMNS = "columns";

    /**
     * What an import would do.
     *
     * @param changes that a history holds, 0 for a table
     */
    record Came(String roadmap, int changes, int milestones, int raised, int resolved) {

        private static Came of(Saved saved, int changes) {
            return new Came(
                    saved.after().roadmap().key(),
                    changes,
                    saved.after().milestones().size(),
                    saved.flags().raised().size(),
                    saved.flags().resolved().size());
        }
    }

    /** INVALID or TOO_LARGE when the file cannot be read at all. */
    static Preview of(Exchange exchange, Upload upload, Tracker tracker) {
        if (!upload.history()) {
            return table(exchange, upload, tracker);
        }
        try {
            String text = Decoding.json(upload.bytes());
            RecordIntake.Taken taken = exchange.records().take(text, upload.recordWish(true), tracker);
            return new Preview(null, null, true, Came.of(taken.saved(), taken.changes()), List.of());
        } catch (Problem problem) {
            return new Preview(null, null, false, null, placed(problem));
        }
    }

    /** What is wrong with a history stands nowhere else on the page, so each sentence says where in the file it is. */
    private static List<FieldError> placed(Problem problem) {
        return errors(problem).stream()
                .map(f -> f.field().equals(MappingForm.DAY) || f.field().equals(COLUMNS)
                        ? f
                        : new FieldError(f.field(), f.field() + ": " + f.message()))
                .toList();
    }

    /** The columns alone, of a file that takes longer. */
    static Preview unfinished(Upload upload) {
        return new Preview(upload.history() ? null : mapping(upload), null, false, null, List.of());
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

    private static Preview table(Exchange exchange, Upload upload, Tracker tracker) {
        Plan plan = null;
        try {
            plan = exchange.intake().plan(upload.file(), upload.bytes(), upload.wish(), tracker);
            if (plan.stopped()) {
                return looked(plan, false, null, exchange.intake().owed(plan, upload.wish(), author(upload)));
            }
            Saved saved = exchange.intake().preview(plan, upload.wish(), author(upload), tracker);
            boolean something = !plan.edits().isEmpty();
            return looked(plan, something, Came.of(saved, 0), List.of());
        } catch (Problem problem) {
            return plan == null
                    ? new Preview(mapping(upload), null, false, null, errors(problem))
                    : looked(plan, false, null, errors(problem));
        }
    }

    private static Preview looked(Plan plan, boolean something, @Nullable Came came, List<FieldError> errors) {
        Plan light = plan.toLookAt();
        return new Preview(light.mapping(), light, something, came, errors);
    }

    /** What a person is told above the form: places in the file stand below it. */
    static List<FieldError> errors(Problem problem) {
        List<FieldError> fields = problem.fields();
        List<FieldError> others =
                fields.stream().filter(f -> !Trouble.in(f.field())).toList();
        if (!others.isEmpty()) {
            return others;
        }
        return fields.isEmpty() ? List.of(new FieldError(COLUMNS, String.valueOf(problem.getMessage()))) : fields;
    }
}
