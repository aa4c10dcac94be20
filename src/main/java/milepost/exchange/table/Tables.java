package milepost.exchange.table;

import java.util.List;
import milepost.facts.Problem;

/** Reads the tables of a file, whatever kind of file it is; its name decides nothing. */
public final class Tables {
    private Tables() {}

    /**
     * The sheets of a workbook, or the one table of a text.
     *
     * @param name what the file is called, for people
     * @throws Problem INVALID when it is no table, TOO_LARGE when it holds too much
     */
    public static List<Table> read(String name, byte[] bytes) {
        if (bytes.length == 0) {
            throw new Problem(Problem.Kind.INVALID, "The file is empty.");
        }
        if (starts(bytes, 'P', 'K', 3, 4)) {
            return Workbooks.read(bytes);
        }
        if (starts(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "This is a workbook of the old kind (.xls), or one with a password; save it as .xlsx without a password.");
        }
        return List.of(Delimited.read(name, bytes));
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
