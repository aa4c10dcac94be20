package milepost.exchange.intake.plan;

import milepost.exchange.intake.reading.Words;

/**
 * Something in the file that could not be taken as it stands.
 *
 * @param place row and column as a spreadsheet names them
 * @param heading of the column, or empty when it is about the whole row
 * @param stops whether nothing can be imported before it is put right
 */
public record Trouble(String place, String heading, String message, boolean stops) {

    /** Where it is, with what the column is called; a field of a {@link milepost.facts.Problem}. */
    public String field() {
        return heading.isEmpty() ? place : place + " (" + Words.cut(heading, 60) + ")";
    }

    /** Whether a field of a problem is a place in a file. */
    public static boolean in(String field) {
        return field.matches("(?s)(row|column|line) [0-9A-Z].*");
    }
}
