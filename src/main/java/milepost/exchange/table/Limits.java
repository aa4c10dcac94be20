package milepost.exchange.table;

import milepost.facts.Problem;

/** How much a table may hold: enough for every plan a person keeps, too little to fill the memory. */
final class Limits {
    static final int ROWS = 200_000;
    static final int COLUMNS = 2_000;
    static final long CELLS = 5_000_000;
    static final int FIELD = 100_000;
    static final long CHARACTERS = 64_000_000;

    private int rows;
    private long cells;
    private long characters;

    /** Counts the characters of a cell, of which a workbook may hold one text in many; TOO_LARGE when they are too many. */
    void text(String text) {
        characters += text.length();
        if (characters > CHARACTERS) {
            throw tooLarge("The table has more than " + CHARACTERS + " characters; split the file.");
        }
    }

    /** Counts a row; TOO_LARGE when it is one too many. */
    void row(int width) {
        rows++;
        cells += width;
        if (rows > ROWS) {
            throw tooLarge("The table has more than " + ROWS + " rows; split the file.");
        }
        if (width > COLUMNS) {
            throw tooLarge(
                    "Row " + rows + " has more than " + COLUMNS + " columns; remove the columns that are not needed.");
        }
        if (cells > CELLS) {
            throw tooLarge("The table has more than " + CELLS + " cells; split the file.");
        }
    }

    static Problem tooLarge(String sentence) {
        return new Problem(Problem.Kind.TOO_LARGE, sentence);
    }
}
