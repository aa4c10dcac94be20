package milepost.exchange.table;

import java.nio.charset.StandardCharsets;
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
            throw new Problem(Problem.Kind.INVALID, compound(bytes));
        }
        return List.of(Delimited.read(name, bytes));
    }

    /** What a compound file of Microsoft Office is, by the name of its streams. */
    private static String compound(byte[] bytes) {
        String names = new String(bytes, StandardCharsets.ISO_8859_1);
        if (names.contains(wide("EncryptedPackage"))) {
            return "This workbook is encrypted with a password; open it, remove the password, save it as .xlsx and choose it again.";
        }
        if (names.contains(wide("WordDocument")) || names.contains(wide("PowerPoint Document"))) {
            return "This is a document, not a workbook; copy its table into a spreadsheet and save that as .xlsx.";
        }
        return "This is a workbook of the old kind (.xls); open it and save it as .xlsx or as CSV (UTF-8).";
    }

    private static String wide(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
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
