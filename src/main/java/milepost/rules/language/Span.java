package milepost.rules.language;

/**
 * A place in a rule file.
 *
 * @param line from 1
 * @param column from 1
 * @param endLine line of the last character
 * @param endColumn the column after the last character
 */
public record Span(int line, int column, int endLine, int endColumn) {}
