package milepost.rules.engine.report;

import java.time.LocalDate;
import java.util.List;
import milepost.facts.AsOf;
import milepost.facts.Finding;
import milepost.facts.Severity;
import milepost.rules.engine.value.Eval;
import org.jspecify.annotations.Nullable;

/** A match of a rule that asks for the day, and the days on which it is a finding. */
public final class Candidate {
    /** The years that are looked at, 1800 to 2300, in days since 1970. */
    private static final int FIRST = -62_091;

    private static final int LAST = 120_894;

    private final DatedRule rule;
    private final @Nullable Object[] values;
    private final int place;
    private final long from;
    private final long until;
    private final Finding bare;

    public Candidate(DatedRule rule, Object[] given) {
        this.rule = rule;
        this.values = rule.withRoom(given);
        this.place = rule.place();
        long begins = FIRST;
        for (Eval test : rule.rising()) {
            begins = Math.max(begins, turn(test, true));
        }
        long ends = LAST;
        for (Eval test : rule.falling()) {
            ends = Math.min(ends, turn(test, false) - 1);
        }
        this.from = begins;
        this.until = ends;
        set(FIRST);
        this.bare = rule.action().bare(values);
    }

    /** Whether days can be told apart on this date at all. */
    public static boolean covers(LocalDate day) {
        return day.toEpochDay() > FIRST && day.toEpochDay() < LAST;
    }

    /** The first day on which the test is as it is to be, found by halving; after the last one if there is none. */
    private long turn(Eval test, boolean wanted) {
        long low = FIRST;
        long high = LAST + 1L;
        while (low < high) {
            long middle = Math.floorDiv(low + high, 2);
            set(middle);
            if (test.holds(null, values) == wanted) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private void set(long day) {
        values[place] = new AsOf(LocalDate.ofEpochDay(day));
    }

    DatedRule rule() {
        return rule;
    }

    /** The finding of some day, without its words; its severity may be that of another day. */
    Finding bare() {
        return bare;
    }

    boolean holds(long day, AsOf asOf) {
        if (day < from || day > until) {
            return false;
        }
        List<Eval> unknown = rule.unknown();
        if (!unknown.isEmpty()) {
            values[place] = asOf;
            for (Eval test : unknown) {
                if (!test.holds(null, values)) {
                    return false;
                }
            }
        }
        return true;
    }

    Severity severity(AsOf asOf) {
        if (!rule.severityMoves()) {
            return bare.severity();
        }
        values[place] = asOf;
        return rule.action().severity(values);
    }

    Finding finding(AsOf asOf) {
        values[place] = asOf;
        return rule.action().finding(values);
    }
}
