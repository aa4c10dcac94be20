package milepost.rules.engine;

import milepost.facts.Finding;

/** The place of one report: in a session that lasts, a later report of the same match about the same subject takes it. */
final class Slot {
    private Finding report;
    private boolean gone;

    Slot(Finding report) {
        this.report = report;
    }

    Finding report() {
        return report;
    }

    void put(Finding next) {
        report = next;
    }

    /** Whether its match is no more. */
    boolean gone() {
        return gone;
    }

    void go() {
        gone = true;
    }
}
