package milepost.exchange.out;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a table as CSV (RFC 4180) with the mark by which spreadsheets know UTF-8. */
public final class CsvText {
    private static final String MARK = "\uFEFF";

    private CsvText() {}

    public static String of(Sheet sheet) {
        StringWriter out = new StringWriter();
        out.write(MARK);
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out)) {
            csv.writeRecord(sheet.headings().stream().map(CsvText::harmless).toList());
            sheet.rows().forEach(row -> csv.writeRecord(texts(row)));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to a text", e);
        }
        return out.toString();
    }

    private static List<String> texts(List<@Nullable Object> row) {
        return row.stream().map(CsvText::text).toList();
    }

    private static String text(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        return cell instanceof BigDecimal number
                ? number.toPlainString()
                : cell instanceof String text ? harmless(text) : cell.toString();
    }

    /** A text that a spreadsheet would take for a formula has an apostrophe before it; an import takes it off again. */
    public static String harmless(String text) {
        return text.isEmpty() || "=+-@\t\r\n".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
