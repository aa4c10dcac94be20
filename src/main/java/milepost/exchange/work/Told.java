package milepost.exchange.work;

import milepost.db.Steps;
import milepost.roadmap.Imports;

/** Tells of an import, as it is stored, as stages and steps of work on a file. */
public final class Told implements Imports.Watch {
    private final Tracker tracker;

    private Told(Tracker tracker) {
        this.tracker = tracker;
    }

    public static Imports.Watch by(Tracker tracker) {
        return new Told(tracker);
    }

    @Override
    public Steps storing() {
        return counted(Stage.STORING, Stage.STORING);
    }

    @Override
    public Steps evaluating() {
        return counted(Stage.EVALUATING, Stage.FLAGGING);
    }

    /** One stage begins now; another when it is known how many steps there are. */
    private Steps counted(Stage now, Stage then) {
        tracker.begin(now, 0);
        return new Steps() {
            @Override
            public void begin(int total) {
                tracker.begin(then, total);
            }

            @Override
            public void done(int count) {
                tracker.done(count);
            }
        };
    }
}
