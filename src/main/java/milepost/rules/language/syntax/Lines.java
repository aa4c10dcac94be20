package milepost.rules.language.syntax;

import java.util.Arrays;

/** Where the lines of a text begin. */
public final class Lines {
    private final int[] starts;
    private final int length;

    public Lines(String text) {
        length = text.length();
        int[] found = new int[16];
        int count = 1;
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) == '\n') {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = i + 1;
            }
        }
        starts = Arrays.copyOf(found, count);
    }

    public int count() {
        return starts.length;
    }

    /** Line of an offset, from 1. */
    public int lineAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Column of an offset, from 1. */
    public int columnAt(int offset) {
        return offset - starts[lineAt(offset) - 1] + 1;
    }

    /** Offset of a place given as line and column, both from 1, moved into the text where it lies outside. */
    public int offsetOf(int line, int column) {
        int row = Math.max(1, Math.min(line, starts.length));
        return Math.max(0, Math.min(length, starts[row - 1] + Math.max(0, column - 1)));
    }

    /** Offset after the last character of a line, without its line break. */
    public int endOf(int line) {
        return line < starts.length ? starts[line] - 1 : length;
    }
}
