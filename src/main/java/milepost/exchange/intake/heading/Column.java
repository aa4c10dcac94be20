package milepost.exchange.intake.heading;

/**
 * A column of a table with what it was taken for.
 *
 * @param index counts from 0
 * @param heading as the file has it, in one line
 */
public record Column(int index, String heading, Meaning meaning) {}
