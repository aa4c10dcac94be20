package milepost.web.manager.portfolio;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import milepost.facts.Severity;

/**
 * The line of twelve weeks: how many flags of a roadmap counted at the end of each, in a drawing of 96 by 20.
 *
 * @param path what is drawn
 * @param y of its end
 * @param name the same in words
 */
public record Spark(String path, String y, String name) {
    private static final int LEFT = 2;
    private static final int WIDE = 92;
    private static final int TOP = 3;
    private static final int HIGH = 14;

    /** Of the counts at the end of each week, ascending; heights are relative to the most there ever were. */
    static Spark of(List<Map<Severity, Integer>> weeks) {
        List<Integer> counts = weeks.stream()
                .map(week -> week.values().stream().mapToInt(Integer::intValue).sum())
                .toList();
        int most = counts.stream().mapToInt(Integer::intValue).max().orElse(0);
        StringBuilder path = new StringBuilder();
        IntStream.range(0, counts.size())
                .forEach(i -> path.append(i == 0 ? 'M' : 'L')
                        .append(number(LEFT + (double) WIDE * i / (counts.size() - 1)))
                        .append(' ')
                        .append(y(counts.get(i), most)));
        int last = counts.get(counts.size() - 1);
        return new Spark(
                path.toString(),
                y(last, most),
                "Active flags over " + counts.size() + " weeks: from " + counts.get(0) + " to " + last);
    }

    private static String y(int count, int most) {
        return number(TOP + HIGH * (1 - (double) count / Math.max(1, most)));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
