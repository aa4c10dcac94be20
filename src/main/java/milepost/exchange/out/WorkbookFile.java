package milepost.exchange.out;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import milepost.facts.Precision;
import milepost.facts.TargetDate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes tables as a workbook: real dates, headings that stay in sight, filters. Texts are texts, never formulas. */
final class WorkbookFile {
    private static final int LONGEST = 32_767;
    private static final double WIDE = 40;
    private static final double NARROW = 14;

    private WorkbookFile() {}

    static byte[] of(List<Sheet> sheets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Milepost", "1.0")) {
            for (Sheet sheet : sheets) {
                write(sheet, book.newWorksheet(sheet.name()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out.toByteArray();
    }

    private static void write(Sheet sheet, Worksheet to) {
        for (int c = 0; c < sheet.headings().size(); c++) {
            to.value(0, c, sheet.headings().get(c));
            to.style(0, c).bold().set();
            to.width(
                    c,
                    List.of("title", "description", "message", "note")
                                    .contains(sheet.headings().get(c))
                            ? WIDE
                            : NARROW);
        }
        to.freezePane(0, 1);
        to.setAutoFilter(
                0, 0, Math.max(1, sheet.rows().size()), sheet.headings().size() - 1);
        for (int r = 0; r < sheet.rows().size(); r++) {
            List<@Nullable Object> row = sheet.rows().get(r);
            for (int c = 0; c < row.size(); c++) {
                cell(to, r + 1, c, row.get(c));
            }
        }
    }

    private static void cell(Worksheet to, int r, int c, @Nullable Object cell) {
        if (cell instanceof TargetDate date && date.precision() == Precision.DAY) {
            day(to, r, c, date.last());
        } else if (cell instanceof LocalDate date) {
            day(to, r, c, date);
        } else if (cell instanceof Number number) {
            to.value(r, c, number);
        } else if (cell != null && !cell.toString().isEmpty()) {
            String text = cell.toString();
            to.value(r, c, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        }
    }

    private static void day(Worksheet to, int r, int c, LocalDate day) {
        to.value(r, c, day);
        to.style(r, c).format("yyyy-mm-dd").set();
    }
}
