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
        Progress progress = Progress.of("Reading rows", 0);
        Plan plan = app.intake().plan(name, bytes, told, counted(progress));
        Wish wish = told;
        if (options.similar()) {
            wish = told.same(similar(plan));
            plan = app.intake().plan(name, bytes, wish);
        }
        progress.next(dryRun ? "Evaluating the rules" : "Storing " + plan.rows() + " rows and evaluating the rules");
        Roadmaps.Author author = new Roadmaps.Author("import", "Import of " + name, null);
        Saved saved =
                dryRun ? app.intake().preview(plan, wish, author) : app.intake().carryOut(plan, wish, author);
        if (options.saved() != null && !dryRun) {
            app.profiles().save(options.saved(), plan.mapping(), author.name());
        }
        return new Done(name, wish, plan, saved, dryRun);
    }

    private static Tracker counted(Progress progress) {
        return new Tracker() {
            @Override
            public void begin(Stage stage, int total) {}

            @Override
            public void done(int count) {
                progress.step();
            }
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
