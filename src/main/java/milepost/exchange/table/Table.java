package milepost.exchange.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of texts as they stand in a file; a row may be shorter than others.
 *
 * @param name of the sheet, or of the file
 * @param about how it was read, for a person: encoding, separator
 * @param turned whether rows and columns of the file have changed places
 */
public record Table(String name, String about, List<List<String>> rows, boolean turned) {
    public Table {
        rows = List.copyOf(rows);
    }

    /** The text at a place, empty beyond the end of a row. */
    public String at(int row, int column) {
        List<String> cells = rows.get(row);
        return column < cells.size() ? cells.get(column) : "";
    }

    /** The length of the longest row. */
    public int width() {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    /** The same with rows as columns. */
    public Table turn() {
        List<List<String>> columns = new ArrayList<>();
        int width = width();
        for (int c = 0; c < width; c++) {
            List<String> column = new ArrayList<>(rows.size());
            for (int r = 0; r < rows.size(); r++) {
                column.add(at(r, c));
            }
            columns.add(column);
        }
        return new Table(name, about, columns, !turned);
    }

    /** Where a place stands in the file, as a spreadsheet names it: row 3, column F. */
    public String place(int row, int column) {
        int fileRow = turned ? column : row;
        int fileColumn = turned ? row : column;
        return "row " + (fileRow + 1) + ", column " + letters(fileColumn);
    }

    private static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int c = column + 1; c > 0; c = (c - 1) / 26) {
            letters.insert(0, (char) ('A' + (c - 1) % 26));
        }
        return letters.toString();
    }
}
