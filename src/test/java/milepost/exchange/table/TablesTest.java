package milepost.exchange.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import milepost.facts.Problem;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files become tables whatever they are encoded and parted by, and become refusals when they are no tables. */
class TablesTest {

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void the_separator_is_the_one_that_parts_the_records_alike(String separator) {
        String text = String.join(separator, "title", "due", "note") + "\n"
                + String.join(separator, "Bridge", "2031-01-01", "\"a, b; c | d\"") + "\n"
                + String.join(separator, "Tunnel", "2032-01-01", "plain") + "\n";

        assertThat(only(text.getBytes(StandardCharsets.UTF_8)).rows())
                .containsExactly(
                        List.of("title", "due", "note"),
                        List.of("Bridge", "2031-01-01", "a, b; c | d"),
                        List.of("Tunnel", "2032-01-01", "plain"));
    }

    @Test
    void the_encoding_is_told_by_mark_and_by_form() {
        String text = "title,cost\nBrücke – “Süd”,£5\n";
        byte[] marked = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);

        assertThat(only(text.getBytes(StandardCharsets.UTF_8)).at(1, 0)).isEqualTo("Brücke – “Süd”");
        assertThat(only(marked).at(0, 0)).isEqualTo("title");
        assertThat(only(text.getBytes(Charset.forName("windows-1252"))).rows())
                .isEqualTo(only(marked).rows());
        assertThat(only(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)).rows())
                .isEqualTo(only(marked).rows());
        assertThat(only(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE)).rows())
                .isEqualTo(only(marked).rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void two_bytes_for_each_character_are_told_without_a_mark(String name) {
        for (String text : List.of("title,cost\nBrücke,£5\n", "название,срок\nМост через реку,2031-01-01\n")) {
            Table table = only(text.getBytes(Charset.forName(name)));

            assertThat(table.rows())
                    .isEqualTo(only(text.getBytes(StandardCharsets.UTF_8)).rows());
            assertThat(table.about()).startsWith(name + " without a mark");
            byte[] json = "{\"format\": \"milepost-record/1\"}".getBytes(Charset.forName(name));
            assertThat(milepost.exchange.RecordIntake.is(json)).isTrue();
            assertThatThrownBy(() -> Decoding.json(json))
                    .hasMessageContaining("is in " + name)
                    .hasMessageContaining("UTF-8");
        }
    }

    @Test
    void four_bytes_for_each_character_are_told_by_their_mark() {
        String text = "title,cost\nBrücke,£5\n";
        for (String name : List.of("UTF-32LE", "UTF-32BE")) {
            assertThat(only(("\uFEFF" + text).getBytes(Charset.forName(name))).rows())
                    .isEqualTo(only(text.getBytes(StandardCharsets.UTF_8)).rows());
        }
    }

    @Test
    void a_field_keeps_its_line_breaks_and_a_place_is_named_as_in_a_spreadsheet() {
        Table table = only("title,note\nBridge,\"one\ntwo\"\n".getBytes(StandardCharsets.UTF_8));

        assertThat(table.at(1, 1)).isEqualTo("one\ntwo");
        assertThat(table.place(1, 1)).isEqualTo("row 2, column B");
        assertThat(table.turn().place(1, 1)).isEqualTo("row 2, column B");
        assertThat(table.turn().turn().rows()).isEqualTo(table.rows());
        assertThat(table.place(0, 27)).isEqualTo("row 1, column AB");
    }

    @Test
    void dates_of_a_workbook_come_as_dates_and_numbers_as_they_are_shown() throws IOException {
        Table table = only(workbook(sheet -> {
            sheet.value(0, 0, "title");
            sheet.value(0, 1, "due");
            sheet.value(0, 2, "cost");
            sheet.value(2, 0, "Bridge");
            sheet.value(2, 1, LocalDate.of(2031, 12, 31));
            sheet.style(2, 1).format("dd/mm/yyyy").set();
            sheet.value(2, 2, 0.1 + 0.2);
        }));

        assertThat(table.rows()).hasSize(3);
        assertThat(table.rows().get(2)).containsExactly("Bridge", "2031-12-31", "0.3");
    }

    @Test
    void a_nul_character_is_no_text() {
        refused("title\nBri\0dge\n".getBytes(StandardCharsets.UTF_8), Problem.Kind.INVALID, "Line 2 holds a NUL");
    }

    @Test
    void an_empty_file_an_old_workbook_and_a_broken_one_say_what_to_do() {
        refused(new byte[0], Problem.Kind.INVALID, "The file is empty");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}, Problem.Kind.INVALID, "save it as .xlsx");
        refused(compound("EncryptedPackage"), Problem.Kind.INVALID, "encrypted with a password; open it, remove");
        refused(compound("WordDocument"), Problem.Kind.INVALID, "is a document");
        refused(compound("Workbook"), Problem.Kind.INVALID, "old kind (.xls)");
        refused(new byte[] {'P', 'K', 3, 4, 9, 9, 9}, Problem.Kind.INVALID, "cannot be read as an Excel workbook");
        refused(zip("[Content_Types].xml", 10), Problem.Kind.INVALID, "cannot be read as an Excel workbook");
    }

    @Test
    void a_workbook_that_unpacks_to_far_more_than_its_size_is_not_unpacked() {
        refused(zip("xl/worksheets/sheet1.xml", 64 << 20), Problem.Kind.TOO_LARGE, "unpacks to more");
    }

    @Test
    void a_quotation_mark_that_is_never_closed_does_not_swallow_the_file() {
        String text = "title,due\n\"Bridge,2031\n" + "Tunnel,2032\n".repeat(20_000);

        refused(text.getBytes(StandardCharsets.UTF_8), Problem.Kind.INVALID, "quotation mark");
    }

    @Test
    void a_short_file_with_an_open_quotation_mark_loses_no_row_in_silence() {
        refused(
                "title,note\nBridge,\"open\nTunnel,x\n".getBytes(StandardCharsets.UTF_8),
                Problem.Kind.INVALID,
                "From row 2 on");
    }

    @Test
    void half_a_character_is_named_with_its_line() {
        byte[] bytes = "title\nBridge\nxxx\n".getBytes(StandardCharsets.UTF_8);
        bytes[13] = (byte) 0xED;
        bytes[14] = (byte) 0xA0;
        bytes[15] = (byte) 0x80;
        refused(bytes, Problem.Kind.INVALID, "Line 3 holds half of a character");
    }

    @Test
    void packed_files_of_other_kinds_are_called_what_they_are() throws IOException {
        refused(zip("content.xml", 10), Problem.Kind.INVALID, "OpenDocument file (.ods); save it as .xlsx");
        refused(zip("xl/workbook.bin", 10), Problem.Kind.INVALID, "binary workbook (.xlsb)");
        refused(zip("table.csv", 10), Problem.Kind.INVALID, "unpack it and choose the file in it");
    }

    @Test
    void a_workbook_of_very_many_parts_or_of_one_text_in_very_many_cells_is_too_large() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i <= ZipLimits.ENTRIES; i++) {
                zip.putNextEntry(new ZipEntry("xl/" + i));
            }
        }
        refused(bytes.toByteArray(), Problem.Kind.TOO_LARGE, "more than 1000 parts");
        String text = "Title ".repeat(5_000);
        refused(
                workbook(sheet -> {
                    for (int row = 0; row < 3_000; row++) {
                        sheet.value(row, 0, text);
                    }
                }),
                Problem.Kind.TOO_LARGE,
                "64000000 characters");
    }

    @Test
    void hidden_sheets_stay_out_and_a_formula_that_was_never_calculated_is_seen() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            Worksheet hidden = book.newWorksheet("Old");
            hidden.value(0, 0, "title");
            hidden.setVisibilityState(org.dhatim.fastexcel.VisibilityState.HIDDEN);
            Worksheet plan = book.newWorksheet("Plan");
            plan.value(0, 0, "title");
            plan.value(1, 0, "Bridge");
            plan.formula(1, 1, "DATE(2031,12,31)");
        }
        Table table = only(bytes.toByteArray());
        assertThat(table.name()).isEqualTo("Plan");
        assertThat(table.rows().get(1)).containsExactly("Bridge", "=DATE(2031,12,31)");
    }

    @Test
    void a_merged_cell_stands_for_all_its_rows_and_what_is_hidden_is_told() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            Worksheet old = book.newWorksheet("Old");
            old.value(0, 0, "title");
            old.setVisibilityState(org.dhatim.fastexcel.VisibilityState.VERY_HIDDEN);
            Worksheet plan = book.newWorksheet("Plan");
            String[][] rows = {
                {"stream", "title", "note"}, {"Roads", "Bridge", "a"}, {null, "Tunnel", "b"}, {"Rail", "Line", "c"}
            };
            for (int r = 0; r < rows.length; r++) {
                for (int c = 0; c < 3; c++) {
                    plan.value(r, c, rows[r][c]);
                }
            }
            plan.range(1, 0, 2, 0).merge();
            plan.hideColumn(2);
            plan.hideRow(3);
        }
        Table table = only(bytes.toByteArray());

        assertThat(table.rows().get(1)).containsExactly("Roads", "Bridge", "a");
        assertThat(table.rows().get(2)).containsExactly("Roads", "Tunnel", "b");
        assertThat(table.rows().get(3)).containsExactly("Rail", "Line", "c");
        assertThat(table.about())
                .isEqualTo(
                        "workbook, sheet \"Plan\", 1 cell was filled from the merged cell above, 1 hidden row is taken too,"
                                + " 1 hidden column is taken too, 1 hidden sheet is left out");
    }

    @Test
    void a_workbook_without_any_formats_is_read() throws IOException {
        byte[] written = workbook(sheet -> {
            sheet.value(0, 0, "title");
            sheet.value(1, 0, "Bridge");
            sheet.value(1, 1, 7);
        });
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile from = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(written))
                        .get();
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(from.getEntries())) {
                if (!entry.getName().endsWith("styles.xml")) {
                    String text = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    to.write(text.replaceAll("<(Override|Relationship) [^>]*styles[^>]*>", "")
                            .getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        assertThat(only(bytes.toByteArray()).rows()).containsExactly(List.of("title"), List.of("Bridge", "7"));
    }

    private static byte[] compound(String stream) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});
        bytes.writeBytes(new byte[504]);
        bytes.writeBytes(stream.getBytes(StandardCharsets.UTF_16LE));
        return bytes.toByteArray();
    }

    private static Table only(byte[] bytes) {
        List<Table> tables = Tables.read("file", bytes);
        assertThat(tables).hasSize(1);
        return tables.get(0);
    }

    private static void refused(byte[] bytes, Problem.Kind kind, String sentence) {
        assertThatThrownBy(() -> Tables.read("file", bytes))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(sentence)
                .matches(problem -> ((Problem) problem).kind() == kind);
    }

    private static byte[] workbook(java.util.function.Consumer<Worksheet> content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "tests", "1.0")) {
            content.accept(book.newWorksheet("plan"));
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] block = new byte[1 << 16];
            for (int written = 0; written < size; written += block.length) {
                zip.write(block, 0, Math.min(block.length, size - written));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
