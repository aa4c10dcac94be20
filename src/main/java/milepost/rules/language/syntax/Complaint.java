package milepost.rules.language.syntax;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong at a place of one file.
 *
 * @param code names the kind of problem
 * @param message a whole sentence: what is wrong and what to write
 * @param fix text that could replace the place, null where there is no single answer
 */
public record Complaint(
        Extent at, String code, String message, @Nullable String fix) {

    private static final int LONGEST = 600;

    /** A message may repeat what the author wrote, so it is cut, and what cannot be seen in it is replaced. */
    public Complaint {
        message = readable(message);
    }

    public Complaint(Extent at, String code, String message) {
        this(at, code, message, null);
    }

    /** A message cut to what a person reads, without what cannot be seen. */
    public static String readable(String message) {
        String cut = message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
        StringBuilder seen = new StringBuilder(cut.length());
        cut.codePoints()
                .forEach(point ->
                        seen.appendCodePoint(HiddenCharacters.include(point) || point < ' ' ? '\uFFFD' : point));
        return seen.toString();
    }
}
