package milepost.rules.engine.report;

import milepost.facts.Finding;
import org.jspecify.annotations.Nullable;

/** The place of one report: in a session that lasts, a later report of the same match about the same subject takes it. */
public final class Slot {
    private Finding report;
    private @Nullable Finding shown;
    private boolean gone;

    Slot(Finding report) {
        this.report = report;
    }

    Finding report() {
        return report;
    }

    void put(Finding next) {
        report = next;
        shown = null;
    }

    /** The report with as much as is shown of it: the same one as long as the report is the same. */
    Finding shown() {
        Finding known = shown;
        if (known == null) {
            known = Reports.bounded(report);
            shown = known;
        }
        return known;
    }

    /** Whether its match is no more. */
    boolean gone() {
        return gone;
    }

    void go() {
        gone = true;
    }
}
