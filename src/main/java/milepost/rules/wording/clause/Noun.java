package milepost.rules.wording.clause;

import org.jspecify.annotations.Nullable;

/**
 * What a clause speaks of: a fact, or a value of one.
 *
 * @param owner whose value it is, or the thing itself; null for the fact that the sentence is about
 * @param tail the value, without an article; empty for the owner itself
 */
public record Noun(@Nullable String owner, String tail) {
    /** The fact that the sentence is about. */
    static final Noun SELF = new Noun(null, "");

    static Noun of(String text) {
        return new Noun(text, "");
    }

    public boolean self() {
        return owner == null;
    }

    /** A value of this. */
    Noun with(String value) {
        return new Noun(owner, tail.isEmpty() ? value : tail + "’s " + value);
    }

    /** The same with other words for its value. */
    Noun changed(String before, String after) {
        return tail.isEmpty() ? of(before + said() + after) : new Noun(owner, before + tail + after);
    }

    /** Where it stands by itself: {@code it}, {@code its due date}, {@code that milestone’s due date}. */
    public String said() {
        if (owner == null) {
            return tail.isEmpty() ? "it" : "its " + tail;
        }
        return tail.isEmpty() ? owner : owner + "’s " + tail;
    }

    /** At the beginning of a clause about the fact: {@code that}, {@code whose due date}. */
    String relative() {
        if (owner == null) {
            return tail.isEmpty() ? "that" : "whose " + tail;
        }
        return "for which " + said();
    }
}
