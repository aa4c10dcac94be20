package milepost.exchange.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import milepost.facts.Problem;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * Reads workbooks: dates become ISO texts, numbers plain texts. What is hidden in a sheet is taken like the rest, sheets that are hidden
 * are not; a cell that was merged with those below it stands in each of them.
 */
final class Workbooks {
    private static final MathContext DIGITS = new MathContext(15);
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);
    private static final LocalDate FIRST = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_1904 = LocalDate.of(1904, 1, 1);

    private Workbooks() {}

    static List<Table> read(byte[] bytes) {
        ZipLimits.check(bytes);
        List<Table> tables = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(
                new ByteArrayInputStream(bytes), new ReadingOptions(SheetMarks.styled(bytes), true))) {
            List<Sheet> all = book.getSheets().toList();
            List<Sheet> seen = seen(all);
            for (Sheet sheet : seen) {
                SheetMarks marks = SheetMarks.of(bytes, sheet.getId());
                tables.add(table(sheet, marks, all.size() - seen.size(), book.isDate1904()));
            }
        } catch (Problem problem) {
            throw problem;
        } catch (IOException | RuntimeException e) {
            throw unreadable();
        }
        if (tables.isEmpty()) {
            throw unreadable();
        }
        return tables;
    }

    /** The sheets that a person sees; all when none is seen. */
    private static List<Sheet> seen(List<Sheet> all) {
        List<Sheet> visible = all.stream()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .toList();
        return visible.isEmpty() ? all : visible;
    }

    static Problem unreadable() {
        return new Problem(
                Problem.Kind.INVALID, "This cannot be read as an Excel workbook (.xlsx); open it and save it again.");
    }

    private static Table table(Sheet sheet, SheetMarks marks, int hiddenSheets, boolean since1904) throws IOException {
        Limits limits = new Limits();
        List<List<String>> rows = new ArrayList<>();
        int[] hidden = {0};
        try (Stream<Row> stream = sheet.openStream()) {
            stream.forEach(row -> {
                while (rows.size() < row.getRowNum() - 1) {
                    limits.row(0);
                    rows.add(new ArrayList<>());
                }
                limits.row(row.getCellCount());
                List<String> texts = texts(row, since1904);
                texts.forEach(limits::text);
                hidden[0] += row.isHidden() && texts.stream().anyMatch(text -> !text.isBlank()) ? 1 : 0;
                rows.add(texts);
            });
        }
        int filled = 0;
        for (SheetMarks.Area area : marks.merged()) {
            filled += fill(rows, area, limits);
        }
        String about = "workbook, sheet \"" + sheet.getName() + "\""
                + told(filled, "cell was", "cells were", " filled from the merged cell above")
                + told(hidden[0], "hidden row is", "hidden rows are", " taken too")
                + told(marks.hiddenColumns(), "hidden column is", "hidden columns are", " taken too")
                + told(hiddenSheets, "hidden sheet is", "hidden sheets are", " left out");
        return new Table(sheet.getName(), about, rows, false);
    }

    private static String told(int count, String one, String many, String what) {
        return count == 0 ? "" : ", " + count + " " + (count == 1 ? one : many) + what;
    }

    /** Returns how many cells were blank and are not any more. */
    private static int fill(List<List<String>> rows, SheetMarks.Area area, Limits limits) {
        String text = at(rows, area.first(), area.column());
        int filled = 0;
        for (int r = area.first() + 1; r <= Math.min(area.last(), rows.size() - 1) && !text.isBlank(); r++) {
            List<String> row = rows.get(r);
            if (at(rows, r, area.column()).isBlank()) {
                while (row.size() <= area.column()) {
                    row.add("");
                }
                limits.text(text);
                row.set(area.column(), text);
                filled++;
            }
        }
        return filled;
    }

    private static String at(List<List<String>> rows, int row, int column) {
        return row < rows.size() && column < rows.get(row).size()
                ? rows.get(row).get(column)
                : "";
    }

    private static List<String> texts(Row row, boolean since1904) {
        List<String> texts = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getOptionalCell(i).orElse(null);
            texts.add(cell == null ? "" : text(cell, since1904));
        }
        return texts;
    }

    private static String text(Cell cell, boolean since1904) {
        if (cell.getType() == CellType.EMPTY) {
            return "";
        }
        String raw = cell.getRawValue();
        if (cell.getFormula() != null && (raw == null || raw.isEmpty())) {
            return "=" + cell.getFormula(); // never calculated: better seen as it is than taken for blank
        }
        BigDecimal number = cell.getType() == CellType.STRING ? null : number(raw);
        if (number != null && Formats.date(cell.getDataFormatId(), cell.getDataFormatString())) {
            return moment(number, since1904);
        }
        String text = number == null ? cell.getText() : number.toPlainString();
        return text == null ? "" : text;
    }

    /** Binary fractions such as 0.30000000000000004 are what a sheet shows as 0.3. */
    private static @Nullable BigDecimal number(@Nullable String raw) {
        try {
            BigDecimal exact = raw == null ? null : new BigDecimal(raw).round(DIGITS);
            return exact == null || Math.abs(exact.scale()) > 40 ? null : plain(exact.stripTrailingZeros());
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static String moment(BigDecimal days, boolean since1904) {
        if (days.signum() < 0 || days.compareTo(LAST_DAY) > 0) {
            return days.toPlainString();
        }
        LocalDate day = (since1904 ? FIRST_1904 : FIRST).plusDays(days.longValue());
        BigDecimal part = days.remainder(BigDecimal.ONE);
        return part.signum() == 0
                ? day.toString()
                : day.atStartOfDay()
                        .plusSeconds(part.multiply(SECONDS)
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValue())
                        .toString();
    }
}
