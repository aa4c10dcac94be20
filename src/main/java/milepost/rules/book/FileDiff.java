package milepost.rules.book;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one file differs between two states of the rules.
 *
 * @param added lines that are new
 * @param removed lines that are gone
 * @param hunks places that differ, each with up to three lines around it, from top to bottom
 */
public record FileDiff(String path, Kind kind, int added, int removed, List<Hunk> hunks) {
    private static final int AROUND = 3;

    /** What became of the file. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    /** Lines that stand together. */
    public record Hunk(List<Line> lines) {
        public Hunk {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One line.
     *
     * @param sign {@code +} for new, {@code -} for gone, a blank for a line in both
     * @param before its number in the old text, from 1
     * @param after its number in the new text, from 1
     */
    public record Line(
            char sign, @Nullable Integer before, @Nullable Integer after, String text) {}

    public FileDiff {
        hunks = List.copyOf(hunks);
    }

    /** One for each file that differs, ordered by path. */
    public static List<FileDiff> between(RuleFiles before, RuleFiles after) {
        return before.differing(after).stream()
                .map(path -> of(
                        path, before.find(path).orElse(null), after.find(path).orElse(null)))
                .toList();
    }

    /** The difference of two texts of a file; null where there is no file. */
    public static FileDiff of(String path, @Nullable String before, @Nullable String after) {
        List<String> old = lines(before);
        List<String> now = lines(after);
        List<AbstractDelta<String>> deltas = DiffUtils.diff(old, now).getDeltas();
        List<Hunk> hunks = new ArrayList<>();
        List<Line> open = new ArrayList<>();
        int told = 0;
        int shift = 0;
        for (AbstractDelta<String> delta : deltas) {
            int at = delta.getSource().getPosition();
            if (!open.isEmpty() && at - told > 2 * AROUND) {
                same(open, old, told, told + AROUND, shift);
                hunks.add(new Hunk(open));
                open = new ArrayList<>();
            }
            same(open, old, open.isEmpty() ? Math.max(told, at - AROUND) : told, at, shift);
            change(open, delta);
            told = at + delta.getSource().size();
            shift += delta.getTarget().size() - delta.getSource().size();
        }
        if (!open.isEmpty()) {
            same(open, old, told, Math.min(told + AROUND, old.size()), shift);
            hunks.add(new Hunk(open));
        }
        Kind kind = before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
        return new FileDiff(path, kind, count(deltas, true), count(deltas, false), hunks);
    }

    private static void same(List<Line> lines, List<String> old, int from, int to, int shift) {
        for (int i = from; i < to; i++) {
            lines.add(new Line(' ', i + 1, i + 1 + shift, old.get(i)));
        }
    }

    private static void change(List<Line> lines, AbstractDelta<String> delta) {
        int number = delta.getSource().getPosition();
        for (String gone : delta.getSource().getLines()) {
            lines.add(new Line('-', ++number, null, gone));
        }
        number = delta.getTarget().getPosition();
        for (String come : delta.getTarget().getLines()) {
            lines.add(new Line('+', null, ++number, come));
        }
    }

    private static int count(List<AbstractDelta<String>> deltas, boolean added) {
        return deltas.stream()
                .filter(d -> d.getType() != DeltaType.EQUAL)
                .mapToInt(d -> (added ? d.getTarget() : d.getSource()).size())
                .sum();
    }

    private static List<String> lines(@Nullable String text) {
        return text == null ? List.of() : text.lines().toList();
    }
}
