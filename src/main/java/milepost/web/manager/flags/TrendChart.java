package milepost.web.manager.flags;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import milepost.facts.Severity;
import milepost.web.layout.Marks;
import milepost.web.layout.Weeks;
import milepost.web.layout.Words;

/**
 * How many flags counted at the end of each of the last weeks: positions across in percent, heights in pixels, so that it needs no
 * script; and the same as a table.
 */
public record TrendChart(List<Line> lines, List<Bar> bars, List<Label> labels, List<Week> weeks, String name) {
    private static final int FLOOR = 80;
    private static final int ROOM = 70;
    private static final List<Severity> WORST_FIRST =
            List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW);

    /** A line of the grid. */
    public record Line(double y, int value) {}

    /** One severity of one week. */
    public record Bar(double x, double width, double y, double height, String css) {}

    /** The day a week ended. */
    public record Label(double x, String text) {}

    /** One week in numbers, worst severity first. */
    public record Week(String day, List<Integer> counts, int total) {}

    static TrendChart of(List<Instant> instants, List<Map<Severity, Integer>> counts) {
        int most = counts.stream()
                .mapToInt(c -> c.values().stream().mapToInt(Integer::intValue).sum())
                .max()
                .orElse(0);
        int step = step(most);
        int top = Math.max(step, (most + step - 1) / step * step);
        List<Line> lines = IntStream.rangeClosed(0, top / step)
                .mapToObj(i -> new Line(y(i * step, top), i * step))
                .toList();
        List<Bar> bars = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        List<Week> weeks = new ArrayList<>();
        for (int i = 0; i < instants.size(); i++) {
            double x = round(100.0 * i / Weeks.MANY + 3);
            LocalDate day = instants.get(i).atZone(ZoneOffset.UTC).toLocalDate();
            bars.addAll(bars(x, counts.get(i), top));
            if (i % 2 == 1) {
                labels.add(new Label(round(x + 1.17), Words.dayMonth(day)));
            }
            weeks.add(week(day, counts.get(i)));
        }
        Week first = weeks.get(0);
        Week last = weeks.get(weeks.size() - 1);
        return new TrendChart(
                lines,
                bars,
                labels,
                weeks,
                "Open flags, by week, from " + first.total() + " on " + first.day() + " to " + last.total() + " on "
                        + last.day());
    }

    private static List<Bar> bars(double x, Map<Severity, Integer> counts, int top) {
        List<Bar> bars = new ArrayList<>();
        int below = 0;
        for (Severity severity : WORST_FIRST) {
            int many = counts.getOrDefault(severity, 0);
            if (many > 0) {
                double high = y(below + many, top);
                bars.add(new Bar(x, 2.33, high, Math.max(1, round(y(below, top) - high - 1)), css(severity)));
                below += many;
            }
        }
        return bars;
    }

    private static Week week(LocalDate day, Map<Severity, Integer> counts) {
        List<Integer> each =
                WORST_FIRST.stream().map(s -> counts.getOrDefault(s, 0)).toList();
        return new Week(
                Words.day(day), each, each.stream().mapToInt(Integer::intValue).sum());
    }

    private static String css(Severity severity) {
        String tone = Marks.tone(severity);
        boolean outlined = severity.compareTo(Severity.HIGH) < 0;
        return outlined ? "c-" + tone + " bar-" + tone : "c-" + tone;
    }

    /** At most four lines above the floor, in steps that people count in. */
    private static int step(int most) {
        int step = 1;
        int[] factors = {5, 2};
        for (int i = 0; most > step * 4; i++) {
            step = i % 2 == 0 ? step * factors[0] : step * factors[1];
        }
        return step;
    }

    private static double y(int value, int top) {
        return round(FLOOR - (double) ROOM * value / top);
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
