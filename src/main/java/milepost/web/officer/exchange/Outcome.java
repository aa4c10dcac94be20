package milepost.web.officer.exchange;

import milepost.exchange.RecordIntake;
import milepost.exchange.intake.plan.Plan;
import milepost.roadmap.Saved;
import milepost.web.layout.Links;
import milepost.web.layout.Words;
import milepost.web.officer.form.SavedLine;

/**
 * What an import did.
 *
 * @param sentence such as {@code 3 milestones added, 2 changed, 4 unchanged}
 * @param line the save with the flags it touched, the first of them
 * @param more flags it touched beyond those
 */
record Outcome(String roadmap, String title, String sentence, SavedLine line, int more) {
    private static final int SHOWN = 50;

    static Outcome of(Upload upload, Plan plan, Saved saved) {
        String sentence = Words.count(plan.adds(), "milestone") + " added, " + plan.changes() + " changed, "
                + plan.same() + " unchanged";
        return of(sentence, saved, !upload.fresh());
    }

    static Outcome of(RecordIntake.Taken taken) {
        return of(Words.count(taken.changes(), "change") + " of the history imported", taken.saved(), false);
    }

    /** What is told of it when the page is gone. */
    String told() {
        return roadmap + ": " + sentence;
    }

    private static Outcome of(String sentence, Saved saved, boolean undoable) {
        String key = saved.after().roadmap().key();
        SavedLine line = SavedLine.of(saved);
        String undo =
                undoable && line.change() != 0 ? Links.roadmap(key) + "/changes/" + line.change() + "/undo" : null;
        SavedLine shown = new SavedLine(
                line.sentence(), line.flags().stream().limit(SHOWN).toList(), undo, line.change());
        int more = Math.max(0, line.flags().size() - SHOWN);
        return new Outcome(key, saved.after().roadmap().title(), sentence, shown, more);
    }
}
