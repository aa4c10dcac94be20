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

    public Complaint(Extent at, String code, String message) {
        this(at, code, message, null);
    }
}
