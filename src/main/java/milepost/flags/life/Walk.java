package milepost.flags.life;

import java.util.List;
import milepost.facts.Finding;

/**
 * A walk along the findings of an evaluation that finds the place of the flag of each. Rules that are asked again give mostly the
 * objects of the time before in the same order, so that most places are known from there.
 */
public final class Walk {
    /** So many findings that have gone are passed over to find one that has not. */
    private static final int AHEAD = 4;

    private final FlagList flags;
    private final Trodden before;
    private final Trodden now;
    private int at;
    private int count;

    /** A walk that was made: findings in order, with the place of the flag of each, -1 where there was none. */
    record Trodden(Finding[] findings, int[] places) {
        static final Trodden NOTHING = new Trodden(new Finding[0], new int[0]);
    }

    Walk(FlagList flags, Trodden before, List<Finding> findings) {
        this.flags = flags;
        this.before = before;
        this.now = new Trodden(findings.toArray(Finding[]::new), new int[findings.size()]);
    }

    /** The place of the flag of the next finding, -1 when there is none. */
    int next() {
        Finding finding = now.findings()[count];
        int known = known(finding);
        int place = known >= 0 ? known : flags.place(finding.rule(), finding.kind(), finding.subject());
        now.places()[count++] = place;
        return place;
    }

    /** What the next evaluation can walk along, once this has come to its end. */
    Trodden trodden() {
        return now;
    }

    private int known(Finding finding) {
        int end = Math.min(before.findings().length, at + AHEAD);
        for (int i = at; i < end; i++) {
            if (before.findings()[i] == finding) {
                at = i + 1;
                return before.places()[i];
            }
        }
        return -1;
    }
}
