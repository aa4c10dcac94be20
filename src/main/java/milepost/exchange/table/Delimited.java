package milepost.exchange.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import milepost.facts.Problem;

/** Reads delimited text whose separator nobody names. */
final class Delimited {
    private static final Map<Character, String> SEPARATORS =
            Map.of(',', "comma", ';', "semicolon", '\t', "tab", '|', "pipe");
    private static final int LOOKED_AT = 50;

    private Delimited() {}

    static Table read(String name, byte[] bytes) {
        Decoding decoded = Decoding.of(bytes);
        String text = decoded.text();
        char separator = separator(text);
        if (text.startsWith("sep=")) {
            text = text.substring(Math.min(text.length(), text.indexOf('\n') + 1));
        }
        List<List<String>> rows = rows(text, separator);
        return new Table(name, decoded.encoding() + ", " + SEPARATORS.get(separator) + " between fields", rows, false);
    }

    private static List<List<String>> rows(String text, char separator) {
        Limits limits = new Limits();
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = reader(text, separator, false)) {
            for (CsvRecord line : reader) {
                limits.row(line.getFieldCount());
                rows.add(line.getFields());
            }
            return rows;
        } catch (CsvParseException e) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "From row " + (rows.size() + 1)
                            + " on the file cannot be read as delimited text: a quotation mark is not"
                            + " closed, or a field has more than " + Limits.FIELD + " characters.");
        } catch (IOException e) {
            throw new UncheckedIOException("closing a reader of a text", e);
        }
    }

    private static CsvReader<CsvRecord> reader(String text, char separator, boolean unclosed) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(unclosed)
                .skipEmptyLines(false)
                .maxBufferSize(Limits.FIELD)
                .ofCsvRecord(new StringReader(text));
    }

    /** The separator that gives most of the first records the same number of fields, more than one. */
    private static char separator(String text) {
        if (text.startsWith("sep=") && text.length() > 4 && SEPARATORS.containsKey(text.charAt(4))) {
            return text.charAt(4);
        }
        char best = ',';
        double most = 0;
        for (char separator : new char[] {',', ';', '\t', '|'}) {
            double agreed = agreement(text, separator);
            if (agreed > most) {
                most = agreed;
                best = separator;
            }
        }
        return best;
    }

    private static double agreement(String text, char separator) {
        Map<Integer, Integer> widths = new HashMap<>();
        int records = 0;
        try (CsvReader<CsvRecord> reader = reader(text, separator, true)) {
            for (CsvRecord line : reader) {
                if (line.getFieldCount() > 1 || !line.getField(0).isBlank()) {
                    widths.merge(line.getFieldCount(), 1, Integer::sum);
                    records++;
                }
                if (records == LOOKED_AT) {
                    break;
                }
            }
        } catch (CsvParseException | IOException unfit) {
            return 0;
        }
        double best = 0;
        for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
            if (width.getKey() > 1) {
                best = Math.max(best, Math.log(1.0 + width.getKey()) * width.getValue() / records);
            }
        }
        return best;
    }
}
