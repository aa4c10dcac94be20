package milepost.rules.language.syntax;

/**
 * A stretch of source text.
 *
 * @param from offset of its first character
 * @param to offset after its last character
 */
public record Extent(int from, int to) {

    /** From the beginning of this one to the end of the other. */
    public Extent through(Extent other) {
        return new Extent(from, Math.max(to, other.to));
    }

    /** The point right after it. */
    public Extent end() {
        return new Extent(to, to);
    }
}
