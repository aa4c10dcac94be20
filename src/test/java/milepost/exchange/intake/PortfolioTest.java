package milepost.exchange.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import milepost.Databases;
import milepost.db.Database;
import milepost.exchange.intake.plan.Plan;
import milepost.exchange.intake.plan.Tally;
import milepost.exchange.intake.plan.Trouble;
import milepost.exchange.intake.reading.Words;
import milepost.exchange.table.Table;
import milepost.exchange.table.Tables;
import milepost.facts.Attribute;
import milepost.facts.Finding;
import milepost.facts.Snapshot;
import milepost.facts.ValueKind;
import milepost.flags.Flags;
import milepost.roadmap.Imports;
import milepost.roadmap.Roadmaps;
import milepost.rules.Ruleset;
import milepost.rules.engine.report.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Seven yearly snapshots of a real portfolio, as published, in seven layouts. The files lie beside the project, not in it; without them
 * this test is skipped and says so.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortfolioTest {
    private static final Path FOLDER = Path.of("..", "shared", "gmpp");

    /** Position, file, rows; end date: date, range, withheld, not given, blank; cost: value, range, withheld, not given, blank; rating: rated, withheld, other. */
    private static final String EXPECTED = """
            2012-09-30 tr_2012.psv 181 175/0/0/0/6 156/0/0/1/24 160/0/21
            2013-09-30 uk_2014.csv 199 191/0/5/2/1 183/0/15/1/0 175/15/9
            2014-09-30 uk_2015.csv 188 180/0/2/6/0 174/0/9/5/0 184/4/0
            2015-09-30 uk_2016.csv 143 141/0/2/0/0 134/0/9/0/0 138/5/0
            2016-09-30 uk_2017.csv 143 140/0/3/0/0 134/0/9/0/0 137/5/1
            2017-09-30 uk_2018.csv 133 128/0/4/1/0 119/0/14/0/0 129/4/0
            2018-09-30 uk_2019.csv 133 127/0/5/1/0 118/0/15/0/0 130/3/0
            """;

    private final List<String> found = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private Roadmaps roadmaps;

    @BeforeAll
    void import_oldest_first() throws IOException {
        assumeTrue(
                Files.isDirectory(FOLDER.resolve("raw")), "There is no folder " + FOLDER + " with the published files");
        Database database = Databases.SQLITE.open(new Databases.Clock("2026-01-15T09:00:00Z"));
        roadmaps = new Roadmaps(
                database, new Flags(database), () -> Ruleset.compile(List.of()).ruleset());
        Intake intake = new Intake(roadmaps, new Imports(database, roadmaps));
        for (String line : EXPECTED.lines().toList()) {
            String[] words = line.split(" ");
            Wish wish = Wish.of("GMPP", LocalDate.parse(words[0]));
            Plan plan = intake.plan(
                    words[1], Files.readAllBytes(FOLDER.resolve("raw").resolve(words[1])), wish);
            intake.carryOut(plan, wish, new Roadmaps.Author("import", words[1], null));
            troubles.addAll(plan.troubles());
            found.add(String.join(
                    " ",
                    words[0],
                    words[1],
                    String.valueOf(plan.rows()),
                    counts(plan, "end date"),
                    counts(plan, "whole-life cost"),
                    rating(plan)));
        }
    }

    @Test
    void every_cell_is_counted_for_what_it_is() {
        assertThat(String.join("\n", found) + "\n").isEqualTo(EXPECTED);
    }

    @Test
    void the_impossible_date_and_the_impossible_amount_are_named_by_row_and_column() {
        assertThat(troubles.stream().map(t -> t.place() + " " + t.message()))
                .hasSize(2)
                .anyMatch(t -> t.startsWith("row 101, column H \"59173700\""))
                .anyMatch(t -> t.startsWith("row 6, column AH \"1/012/2014\""));
    }

    /** The cleaned values were made by other people with another program. */
    @Test
    void every_date_amount_and_rating_is_the_one_of_the_cleaned_table() throws IOException {
        Map<String, Snapshot> known = new HashMap<>();
        int compared = 0;
        for (Map<String, String> row : cleaned()) {
            Snapshot snapshot = known.computeIfAbsent(row.get("snapshot"), this::knownOn);
            LocalDate on = LocalDate.parse(row.get("snapshot"));
            Map<String, Attribute> said = said(snapshot, row.get("name"), on);
            assertThat(said).as(row.get("name") + " on " + on).isNotEmpty();
            same(row.get("start"), date(said.get("start date")));
            same(row.get("end"), date(said.get("end date")));
            same(row.get("wlc_baseline_m"), number(said.get("whole-life cost")));
            same(row.get("fy_baseline_m"), number(said.get("year baseline")));
            same(row.get("fy_forecast_m"), number(said.get("year forecast")));
            Attribute rating = said.get("rating");
            if (rating.kind() == ValueKind.VALUE) {
                assertThat(rating.text()).isEqualTo(row.get("dca"));
            }
            compared++;
        }
        assertThat(compared).isGreaterThan(1_000);
    }

    /** The score of the rules ranks the projects by the risk that their end date slips by more than six months until the next snapshot. */
    @Test
    void the_rules_known_to_carry_signal_can_be_written_on_what_was_imported() throws IOException {
        Ruleset rules = Ruleset.compile(SignalRules.files()).ruleset();
        Map<String, Map<String, Integer>> scores = new HashMap<>();
        List<double[]> ranked = new ArrayList<>();
        for (Map<String, String> row : cleaned()) {
            String snapshot = row.get("snapshot");
            Map<String, Integer> score = scores.computeIfAbsent(snapshot, on -> scores(rules, on));
            if (!row.get("slip6").isEmpty() && row.get("dca").matches("(Amber|Green|Red)(/(Green|Red))?")) {
                ranked.add(new double[] {
                    score.getOrDefault(Words.name(row.get("name")), 0), Integer.parseInt(row.get("slip6"))
                });
            }
        }
        assertThat(ranked).hasSize(699);
        assertThat(auc(ranked)).isBetween(0.735, 0.745);
    }

    private Map<String, Integer> scores(Ruleset rules, String on) {
        Snapshot snapshot = knownOn(on);
        Outcome outcome = rules.evaluate(snapshot, LocalDate.parse(on));
        assertThat(((Outcome.Complete) outcome).setAside()).isEmpty();
        Map<String, Integer> scores = new HashMap<>();
        Map<String, String> names =
                snapshot.milestones().stream().collect(Collectors.toMap(m -> m.key(), m -> Words.name(m.title())));
        for (Finding finding : ((Outcome.Complete) outcome).findings()) {
            scores.merge(
                    Objects.requireNonNull(names.get(finding.subject())),
                    SignalRules.points(finding.rule()),
                    Integer::sum);
        }
        return scores;
    }

    /** The share of pairs of one that slipped and one that did not in which the first has more points; a tie counts half. */
    private static double auc(List<double[]> ranked) {
        double won = 0;
        double pairs = 0;
        for (double[] slipped : ranked) {
            for (double[] kept : ranked) {
                if (slipped[1] == 1 && kept[1] == 0) {
                    pairs++;
                    won += slipped[0] > kept[0] ? 1 : slipped[0] == kept[0] ? 0.5 : 0;
                }
            }
        }
        return won / pairs;
    }

    private Snapshot knownOn(String day) {
        return roadmaps.snapshot("GMPP", Instant.parse(day + "T23:00:00Z"));
    }

    private static Map<String, Attribute> said(Snapshot snapshot, String name, LocalDate on) {
        List<String> keys = snapshot.milestones().stream()
                .filter(m -> Words.name(m.title()).equals(Words.name(name)))
                .map(m -> m.key())
                .toList();
        return snapshot.attributes().stream()
                .filter(a -> keys.contains(a.milestone()) && a.on().equals(on))
                .collect(Collectors.toMap(Attribute::name, a -> a));
    }

    private static String date(Attribute attribute) {
        return attribute.date() == null ? "" : attribute.date().toString();
    }

    private static String number(Attribute attribute) {
        return attribute.number() == null ? "" : attribute.number().toPlainString();
    }

    private static void same(String expected, String value) {
        if (expected.isEmpty() || value.isEmpty() || expected.contains("-") && expected.length() == 10) {
            assertThat(value).isEqualTo(expected);
        } else {
            assertThat(Double.parseDouble(value))
                    .isCloseTo(Double.parseDouble(expected), org.assertj.core.data.Offset.offset(0.006));
        }
    }

    private static List<Map<String, String>> cleaned() throws IOException {
        Table table = Tables.read("cleaned", Files.readAllBytes(FOLDER.resolve("gmpp-dev.csv")))
                .get(0);
        List<Map<String, String>> rows = new ArrayList<>();
        for (int row = 1; row < table.rows().size(); row++) {
            Map<String, String> cells = new HashMap<>();
            for (int column = 0; column < table.width(); column++) {
                cells.put(table.at(0, column), table.at(row, column));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static String counts(Plan plan, String name) {
        Tally t = tally(plan, name);
        return t.of(ValueKind.VALUE) + "/" + t.of(ValueKind.RANGE) + "/" + t.of(ValueKind.WITHHELD) + "/"
                + t.of(ValueKind.NOT_GIVEN) + "/" + t.of(ValueKind.BLANK);
    }

    private static String rating(Plan plan) {
        Tally t = tally(plan, "rating");
        return t.of(ValueKind.VALUE) + "/" + t.of(ValueKind.WITHHELD) + "/"
                + (t.of(ValueKind.RANGE) + t.of(ValueKind.NOT_GIVEN) + t.of(ValueKind.BLANK));
    }

    private static Tally tally(Plan plan, String name) {
        return plan.tallies().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
