package milepost.rules.engine;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import milepost.rules.engine.report.Outcome;
import milepost.rules.engine.run.RuleFailure;
import org.jspecify.annotations.Nullable;

/**
 * Which rules used up a budget on a roadmap. No save of it pays for that again until the day is another, a tenth of its facts has
 * gone, or, lest a moment of a busy machine counts for a day, so many saves later: eight, then eight times as many.
 */
final class Overruns {
    private static final int PAUSE = 8;
    private static final int MOST = 1_000;

    private final Map<String, Pause> pauses = new HashMap<>();

    /**
     * What came of it.
     *
     * @param rules those over a budget
     * @param failed where the evaluation as a whole was, because there were too many of them
     */
    record Overrun(Map<String, RuleFailure> rules, Outcome.@Nullable Failed failed) {}

    private static final class Pause {
        private final LocalDate day;
        private final int facts;
        private final Overrun overrun;
        private final int length;
        private int left;

        Pause(LocalDate day, int facts, Overrun overrun, int length) {
            this.day = day;
            this.facts = facts;
            this.overrun = overrun;
            this.length = length;
            this.left = length;
        }
    }

    /** Whether no rule is known to be over a budget on this roadmap. */
    synchronized boolean isEmpty(String roadmap) {
        return !pauses.containsKey(roadmap);
    }

    /** What is known of it and holds still; null when all rules are to be tried. */
    synchronized @Nullable Overrun find(String roadmap, LocalDate day, int facts) {
        Pause pause = pauses.get(roadmap);
        boolean holds = pause != null && pause.day.equals(day) && facts > pause.facts - pause.facts / 10;
        if (pause == null || !holds) {
            pauses.remove(roadmap);
            return null;
        }
        return pause.left-- > 0 ? pause.overrun : null;
    }

    /** Keeps what came of an evaluation of all rules; nothing when none was over a budget. */
    synchronized void keep(String roadmap, LocalDate day, int facts, Overrun overrun) {
        Pause before = pauses.remove(roadmap);
        if (overrun.rules().isEmpty()) {
            return;
        }
        if (pauses.size() >= MOST) {
            pauses.clear();
        }
        int length = before == null ? PAUSE : Math.min(MOST, before.length * PAUSE);
        pauses.put(roadmap, new Pause(day, facts, overrun, length));
    }
}
