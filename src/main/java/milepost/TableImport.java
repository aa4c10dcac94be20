package milepost;

import java.util.LinkedHashMap;
import java.util.Map;
import milepost.exchange.intake.Wish;
import milepost.exchange.intake.plan.Plan;
import milepost.exchange.intake.plan.PlanText;
import milepost.exchange.intake.plan.PlannedRow;
import milepost.exchange.work.Stage;
import milepost.exchange.work.Tracker;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.Saved;

/** Carries the import of a table out on the command line. */
final class TableImport {
    private final App app;
    private final TableOptions options;
    private final boolean dryRun;

    TableImport(App app, TableOptions options, boolean dryRun) {
        this.app = app;
        this.options = options;
        this.dryRun = dryRun;
    }

    /** What it came to. */
    record Done(String name, Wish wish, Plan plan, Saved saved, boolean dryRun) {
        Map<String, Object> json() {
            return PlanText.json(wish.roadmap(), plan, saved, dryRun);
        }

        String text() {
            return PlanText.text(name, wish.roadmap(), plan, saved) + (dryRun ? "; nothing was stored" : "");
        }
    }

    Done run(String name, byte[] bytes, Wish told) {
        Tracker tracker = told();
        Plan plan = app.intake().plan(name, bytes, told, tracker);
        Wish wish = told;
        if (options.similar()) {
            wish = told.same(similar(plan));
            plan = app.intake().plan(name, bytes, wish);
        }
        Roadmaps.Author author = new Roadmaps.Author("import", "Import of " + name, null);
        Saved saved = dryRun
                ? app.intake().preview(plan, wish, author, tracker)
                : app.intake().carryOut(plan, wish, author, tracker);
        if (options.saved() != null && !dryRun) {
            app.profiles().save(options.saved(), plan.mapping(), author.name());
        }
        return new Done(name, wish, plan, saved, dryRun);
    }

    /** Says how far each stage has come. */
    private static Tracker told() {
        return new Tracker() {
            private Progress progress = Progress.of("Reading the file", 0);

            @Override
            public void begin(Stage stage, int total) {
                if (total == 0) {
                    progress.next(sentence(stage));
                }
                progress = Progress.of(sentence(stage), total);
            }

            @Override
            public void done(int count) {
                progress.step();
            }
        };
    }

    private static String sentence(Stage stage) {
        return switch (stage) {
            case WAITING, READING -> "Reading the file";
            case COMPARING -> "Comparing rows";
            case STORING -> "Storing";
            case EVALUATING -> "Evaluating the rules";
            case FLAGGING -> "Writing flags";
        };
    }

    /** Each milestone once, for the first row that resembles it. */
    private static Map<Integer, String> similar(Plan plan) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (PlannedRow row : plan.lines()) {
            if (row.like() != null) {
                rows.putIfAbsent(row.like().key(), row.row());
            }
        }
        Map<Integer, String> same = new LinkedHashMap<>();
        rows.forEach((key, row) -> same.put(row, key));
        return same;
    }
}
