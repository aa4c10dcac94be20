package milepost.web.manager.portfolio;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import milepost.facts.Severity;
import milepost.facts.TargetDate;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines of all roadmaps on one line: positions in percent of the width and in pixels of height, so that the drawing needs
 * no script and text keeps its size.
 *
 * @param line what the line of the day looked at is called
 * @param undated how many open milestones have no date
 * @param crowded where the diamonds are of those that find no room for their names, in percent
 * @param nameless how many these are
 * @param outside how many dated ones lie beyond the ends of the strip
 * @param height of the drawing in pixels
 */
public record DeadlineStrip(
        List<Tick> ticks,
        List<Mark> marks,
        List<Double> crowded,
        int nameless,
        double today,
        String line,
        int undated,
        int outside,
        int height,
        String label) {

    /** A month, at its first day; strong for the beginning of the strip and of a year. */
    public record Tick(double x, String text, boolean strong) {}

    /**
     * A deadline.
     *
     * @param x of the diamond, in percent
     * @param y of its label, in pixels
     * @param left whether the label ends at the diamond instead of beginning there
     */
    public record Mark(
            double x,
            int y,
            boolean left,
            String label,
            String name,
            String href,
            @Nullable Severity worst) {}

    /** Where the line is that carries the diamonds, in pixels. */
    public static final int AXIS = 56;

    private static final int MONTHS_BACK = 12;
    private static final int MONTHS_AHEAD = 18;
    private static final int LONGEST_LABEL = 34;
    private static final int MOST_OF_ONE_DAY = 4;
    /** How much of the narrowest drawing (960 px) one letter takes, in percent. */
    private static final double LETTER = 100 * 6.6 / 960;

    static DeadlineStrip of(List<Deadline> deadlines, LocalDate today, String line) {
        YearMonth now = YearMonth.from(today);
        List<Deadline> dated = deadlines.stream()
                .filter(d -> d.due() != null)
                .sorted(Comparator.comparing((Deadline d) -> last(d))
                        .thenComparing(
                                d -> d.worst() == null ? 0 : -1 - d.worst().ordinal()))
                .toList();
        List<Deadline> inside = dated.stream()
                .filter(d -> !YearMonth.from(last(d)).isBefore(now.minusMonths(MONTHS_BACK))
                        && !YearMonth.from(last(d)).isAfter(now.plusMonths(MONTHS_AHEAD)))
                .toList();
        YearMonth first = inside.isEmpty()
                ? now
                : min(now, YearMonth.from(last(inside.get(0)).minusDays(7)));
        YearMonth end = inside.isEmpty() ? now : YearMonth.from(last(inside.get(inside.size() - 1)));
        Span span = new Span(first.atDay(1), max(end, now.plusMonths(2)).atEndOfMonth());
        List<Mark> marks = new ArrayList<>();
        List<Deadline> crowded = place(inside, span, marks);
        int lowest = marks.stream().mapToInt(Mark::y).max().orElse(80);
        return new DeadlineStrip(
                ticks(span),
                marks,
                crowded.stream().map(d -> span.x(last(d))).distinct().toList(),
                crowded.size(),
                span.x(today),
                line,
                deadlines.size() - dated.size(),
                dated.size() - inside.size(),
                Math.max(104, lowest + 28),
                "Dated deadlines, " + Words.day(span.from()) + " to " + Words.day(span.to()));
    }

    /** The days drawn. */
    private record Span(LocalDate from, LocalDate to) {
        double x(LocalDate day) {
            return Math.round(10_000.0 * ChronoUnit.DAYS.between(from, day) / ChronoUnit.DAYS.between(from, to))
                    / 100.0;
        }
    }

    private static List<Tick> ticks(Span span) {
        List<Tick> ticks = new ArrayList<>();
        YearMonth first = YearMonth.from(span.from());
        YearMonth last = YearMonth.from(span.to());
        int every = ChronoUnit.MONTHS.between(first, last) > 15 ? 3 : 1;
        for (YearMonth m = first; !m.isAfter(last); m = m.plusMonths(1)) {
            boolean january = m.getMonthValue() == 1;
            if (m.equals(first) || (m.getMonthValue() - 1) % every == 0) {
                String name = m.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
                ticks.add(new Tick(span.x(m.atDay(1)), january ? String.valueOf(m.getYear()) : name, january));
            }
        }
        return ticks;
    }

    /**
     * Labels go above the line, below it, then further below, wherever the row is still free; those for which no row is free are the
     * answer. Those with the worst flags are placed first on each day.
     */
    private static List<Deadline> place(List<Deadline> deadlines, Span span, List<Mark> marks) {
        int[] rows = {40, 80, 100, 120, 140, 160, 180, 200};
        double[] taken = new double[rows.length];
        List<Deadline> crowded = new ArrayList<>();
        Map<LocalDate, Integer> sameDay = new HashMap<>();
        for (Deadline d : deadlines) {
            double x = span.x(last(d));
            String label = shorten(d.key() + " " + d.title());
            double width = (label.length() + 4) * LETTER;
            boolean left = x + width > 100;
            double begin = left ? x - width : x;
            int row = 0;
            while (row < rows.length && taken[row] > begin) {
                row++;
            }
            int named = sameDay.merge(last(d), 1, Integer::sum);
            if (row == rows.length || named > MOST_OF_ONE_DAY) {
                crowded.add(d);
                continue;
            }
            taken[row] = begin + width;
            TargetDate due = Objects.requireNonNull(d.due());
            String name = d.key() + " " + d.title() + ", " + Words.date(due);
            marks.add(new Mark(x, rows[row], left, label, name, d.href(), d.worst()));
        }
        return crowded;
    }

    private static String shorten(String label) {
        if (label.length() <= LONGEST_LABEL) {
            return label;
        }
        int space = label.lastIndexOf(' ', LONGEST_LABEL);
        return label.substring(0, space < LONGEST_LABEL / 2 ? LONGEST_LABEL : space) + "…";
    }

    private static LocalDate last(Deadline deadline) {
        return Objects.requireNonNull(deadline.due()).last();
    }

    private static YearMonth min(YearMonth a, YearMonth b) {
        return a.isBefore(b) ? a : b;
    }

    private static YearMonth max(YearMonth a, YearMonth b) {
        return a.isAfter(b) ? a : b;
    }
}
