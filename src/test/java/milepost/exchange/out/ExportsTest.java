package milepost.exchange.out;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import milepost.Databases;
import milepost.Databases.Clock;
import milepost.db.Database;
import milepost.exchange.RoadmapFile;
import milepost.exchange.intake.Intake;
import milepost.exchange.intake.Wish;
import milepost.exchange.intake.plan.Plan;
import milepost.exchange.intake.plan.PlannedRow;
import milepost.exchange.table.Table;
import milepost.exchange.table.Tables;
import milepost.facts.Attribute;
import milepost.facts.Recorded;
import milepost.facts.ValueKind;
import milepost.flags.Flags;
import milepost.roadmap.Imports;
import milepost.roadmap.Records;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.fact.Edit;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import milepost.web.calendar.RoadmapCalendar;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Roadmaps go out in forms that other programs read, and come back in unchanged. */
class ExportsTest {
    private static final Ruleset RULES =
            Ruleset.compile(RuleFolder.read(Path.of("rules")).rules()).ruleset();

    private final Clock clock = new Clock("2026-01-15T09:00:00Z");
    private Intake intake;
    private Exports exports;
    private Roadmaps roadmaps;

    @BeforeEach
    void open() throws IOException {
        Database database = Databases.SQLITE.open(clock);
        Flags flags = new Flags(database);
        roadmaps = new Roadmaps(database, flags, () -> RULES);
        Imports imports = new Imports(database, roadmaps);
        intake = new Intake(roadmaps, imports);
        exports = new Exports(
                roadmaps,
                flags,
                new Records(database, roadmaps),
                new RoadmapCalendar(roadmaps, flags, () -> RULES, clock).withoutLinks());
        RoadmapFile.Content example = RoadmapFile.read(Files.readString(Path.of("db/example/rare-earth.json")));
        roadmaps.importDated(example.roadmap(), example.changes());
        take("Title,Due,Rating,Cost (£m),Remark,Start\n"
                + "=HYPERLINK(\"http://x\"),31/12/2031,Amber/Red,\"1,200.50\",+49 30 1,2030-01-01\n"
                + "@home,2032-Q3,exempt under section 43,withheld,-,\n");
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"csv", "xlsx"})
    void a_table_that_went_out_comes_in_again_as_no_change(Format format) {
        byte[] content = exports.of("REE", format).content();

        Plan plan = intake.plan("export", content, Wish.of("REE", null));

        assertThat(plan.lines())
                .filteredOn(row -> row.action() != PlannedRow.Action.SAME)
                .isEmpty();
        assertThat(plan.same()).isEqualTo(12);
        assertThat(plan.troubles()).isEmpty();
    }

    @Test
    void what_is_no_plain_value_goes_out_in_words_and_a_number_in_another_unit_with_its_unit() {
        roadmaps.save(
                new Roadmaps.Author("officer", null, null),
                "REE",
                List.of(
                        said("REE-1", "budget", ValueKind.RANGE, "1", "2.5", "£m"),
                        said("REE-2", "budget", ValueKind.VALUE, "7", null, "$m"),
                        said("REE-3", "budget", ValueKind.WITHHELD, null, null, null),
                        said("REE-4", "budget", ValueKind.NOT_GIVEN, null, null, null),
                        said("REE-5", "budget", ValueKind.BLANK, null, null, null),
                        said("REE-6", "budget", ValueKind.VALUE, "8", null, "£m")));
        byte[] content = exports.of("REE", Format.csv).content();
        Table table = Tables.read("export", content).get(0);
        int column = table.rows().get(0).indexOf("budget (£m)");
        assertThat(table.rows().stream()
                        .filter(row -> row.get(0).matches("REE-[1-6]"))
                        .map(row -> row.get(0) + " " + row.get(column)))
                .containsExactlyInAnyOrder(
                        "REE-1 1 to 2.5", "REE-2 7 $m", "REE-3 Withheld", "REE-4 Not given", "REE-5 ", "REE-6 8");
    }

    private static Edit said(
            String milestone, String name, ValueKind kind, String number, String numberTo, String unit) {
        return new Edit.Put(new Attribute(
                milestone,
                name,
                kind,
                null,
                number == null ? null : new BigDecimal(number),
                numberTo == null ? null : new BigDecimal(numberTo),
                null,
                null,
                unit,
                LocalDate.parse("2026-01-10"),
                null,
                null,
                null,
                null,
                new Recorded(0, Instant.EPOCH, "")));
    }

    @Test
    void a_text_that_a_spreadsheet_would_run_is_no_formula_in_csv() {
        String csv = new String(exports.of("REE", Format.csv).content(), StandardCharsets.UTF_8);

        assertThat(csv)
                .startsWith("\uFEFFkey,title,")
                .contains(",\"'=HYPERLINK(\"\"http://x\"\")\",")
                .contains(",'@home,")
                .contains("'+49 30 1");
        assertThat(csv.lines().flatMap(line -> java.util.Arrays.stream(line.split(","))))
                .noneMatch(cell -> cell.matches("\"?[=+@].*"));
    }

    @Test
    void a_workbook_comes_in_again_with_all_its_sheets() {
        List<Table> sheets = Tables.read("x", exports.of("REE", Format.xlsx).content());

        assertThat(sheets)
                .extracting(Table::name)
                .containsExactly("milestones", "dependencies", "participants", "indicators", "observations", "flags");
        assertThat(sheets.get(5).rows()).hasSizeGreaterThan(3);
    }

    /** Opened by a library that others open workbooks with. */
    @Test
    void a_workbook_holds_real_dates_frozen_headings_filters_and_texts_that_are_never_formulas() throws IOException {
        byte[] content = exports.of("REE", Format.xlsx).content();

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            XSSFSheet milestones = book.getSheet("milestones");
            Row row = row(milestones, "title", "=HYPERLINK(\"http://x\")");
            assertThat(cell(row, "title").getCellType()).isEqualTo(CellType.STRING);
            Cell due = cell(row, "due");
            assertThat(due.getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(DateUtil.isCellDateFormatted(due)).isTrue();
            assertThat(due.getLocalDateTimeCellValue())
                    .isEqualTo(LocalDate.of(2031, 12, 31).atStartOfDay());
            assertThat(new DataFormatter(Locale.ROOT).formatCellValue(due)).isEqualTo("2031-12-31");

            assertThat(book).hasSize(6).allSatisfy(sheet -> {
                assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
                assertThat(sheet.getPaneInformation().getHorizontalSplitPosition())
                        .isEqualTo((short) 1);
                assertThat(((XSSFSheet) sheet).getCTWorksheet().getAutoFilter().getRef())
                        .matches("A1:[A-Z]+" + Math.max(2, sheet.getLastRowNum() + 1));
                assertThat(sheet)
                        .allSatisfy(line -> assertThat(line).noneMatch(cell -> cell.getCellType() == CellType.FORMULA));
            });
        }
    }

    @Test
    void the_calendar_is_one_that_others_read() {
        String text = new String(exports.of("REE", Format.ics).content(), StandardCharsets.UTF_8);

        ICalendar calendar = Biweekly.parse(text).first();

        assertThat(calendar.validate(biweekly.ICalVersion.V2_0)).isEmpty();
        assertThat(calendar.getEvents())
                .extracting(e -> e.getSummary().getValue())
                .anyMatch(s -> s.contains("@home"))
                .anyMatch(s -> s.startsWith("Flag raised"));
        assertThat(exports.of("REE", Format.ics).name()).isEqualTo("REE.ics");
    }

    private static Row row(Sheet sheet, String column, String text) {
        for (Row row : sheet) {
            if (text.equals(cell(row, column).toString())) {
                return row;
            }
        }
        throw new AssertionError("no row with " + text);
    }

    private static Cell cell(Row row, String column) {
        for (Cell heading : row.getSheet().getRow(0)) {
            if (heading.getStringCellValue().equals(column)) {
                return row.getCell(heading.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            }
        }
        throw new AssertionError("no column " + column);
    }

    private void take(String text) {
        Wish wish = Wish.of("REE", null);
        intake.carryOut(
                intake.plan("t.csv", text.getBytes(StandardCharsets.UTF_8), wish),
                wish,
                new Roadmaps.Author("a", null, null));
    }
}
