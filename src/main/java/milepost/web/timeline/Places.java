package milepost.web.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import milepost.facts.Milestone;
import milepost.facts.Precision;
import milepost.facts.Status;
import milepost.facts.TargetDate;
import org.jspecify.annotations.Nullable;

/**
 * Where the milestones stand on the chart.
 *
 * @param milestones in the order of the rows; those of a folded lane too, on its heading
 * @param rows for each of them its row, from 0
 * @param folded keys of those that only count under a heading
 */
record Places(Scale scale, LocalDate today, List<Milestone> milestones, List<Integer> rows, Set<String> folded) {
    /** Two marks closer than this many percent look like one. */
    static final double TOUCHING = 1;

    static Places of(Scale scale, LocalDate today, List<Lane> lanes) {
        List<Milestone> milestones = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        Set<String> folded = new HashSet<>();
        int top = 0;
        for (Lane lane : lanes) {
            int row = top + (lane.headed() && lane.group().open() ? 1 : 0);
            for (Milestone m : lane.milestones()) {
                milestones.add(m);
                rows.add(row);
                if (lane.group().open()) {
                    row++;
                } else {
                    folded.add(m.key());
                }
            }
            top += lane.height();
        }
        return new Places(scale, today, milestones, rows, folded);
    }

    boolean undated(Milestone m) {
        return last(m) == null;
    }

    /** Where the milestone counts as over: its completion, else its due date, else its forecast, else today. */
    double end(Milestone m) {
        TargetDate end = last(m);
        return scale.at(end == null ? today : end.last());
    }

    /** Where its bar begins: the start of the work, else of the period it is due in. */
    double begin(Milestone m) {
        TargetDate end = last(m);
        if (end == null) {
            return scale.at(today);
        }
        LocalDate begin = m.start() == null ? end.first() : m.start().first();
        return scale.at(begin.isAfter(end.last()) ? end.first() : begin);
    }

    /** Whether a mark stands where it begins, so that an arrow must stop before it. */
    boolean markAtBegin(Milestone m) {
        return end(m) - begin(m) < 0.01;
    }

    /** The middle of the row of the milestone at this place in the order. */
    int y(int place) {
        return Timeline.HEAD + rows.get(place) * Timeline.ROW + Timeline.ROW / 2;
    }

    int y(Milestone m) {
        return y(milestones.indexOf(m));
    }

    boolean folded(int place) {
        return folded.contains(milestones.get(place).key());
    }

    /** The place of a milestone in the order. */
    OptionalInt find(String key) {
        for (int i = 0; i < milestones.size(); i++) {
            if (milestones.get(i).key().equals(key)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Forecast after due, or due and not done: what waits for it is late too. */
    boolean late(Milestone m) {
        if (!m.open() || m.due() == null) {
            return false;
        }
        LocalDate last = m.due().last();
        return last.isBefore(today)
                || (m.forecast() != null && m.forecast().last().isAfter(last));
    }

    static boolean wide(TargetDate date) {
        return date.precision() != Precision.DAY;
    }

    private static @Nullable TargetDate last(Milestone m) {
        if (m.status() == Status.DONE && m.completedOn() != null) {
            return m.completedOn();
        }
        return m.due() != null ? m.due() : m.forecast();
    }
}
