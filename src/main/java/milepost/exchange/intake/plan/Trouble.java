package milepost.exchange.intake.plan;

/**
 * Something in the file that could not be taken as it stands.
 *
 * @param place row and column as a spreadsheet names them
 * @param heading of the column, or empty when it is about the whole row
 * @param stops whether nothing can be imported before it is put right
 */
public record Trouble(String place, String heading, String message, boolean stops) {}
