package milepost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ImportCommandTest {
    private static final String EXAMPLE = "db/example/rare-earth.json";
    private final Path folder = Databases.temporaryFolder();
    private final String database = folder.resolve("milepost.db").toString();

    @Test
    void a_dry_run_says_the_same_and_stores_nothing() {
        Ran dry = Ran.on(database, "import", EXAMPLE, "--dry-run");
        assertThat(Ran.on(database, "check").out().strip()).isEqualTo("There are no roadmaps to check.");
        Ran real = Ran.on(database, "import", EXAMPLE);

        assertThat(real.status()).isZero();
        assertThat(real.out()).startsWith("REE: 6 changes, 10 milestones, ");
        assertThat(dry.out().strip()).isEqualTo(real.out().strip() + "; nothing was stored");
    }

    @Test
    void a_second_import_is_refused_and_so_is_its_dry_run() {
        Ran.on(database, "import", EXAMPLE);

        badInput(Ran.on(database, "import", EXAMPLE), "There is already a roadmap REE.");
        badInput(Ran.on(database, "import", EXAMPLE, "--dry-run"), "There is already a roadmap REE.");
    }

    @Test
    void what_the_file_records_later_can_be_left_out() {
        Ran early = Ran.on(database, "import", EXAMPLE, "--as-of", "2025-09-30");
        assertThat(early.status()).isZero();
        assertThat(Ran.on(database, "check", "--as-of", "2025-12-01", "--format", "json")
                        .out())
                .contains("\"REE-1\"")
                .doesNotContain("\"REE-7\"");
    }

    @Test
    void nothing_up_to_the_day_is_refused() {
        badInput(
                Ran.on(database, "import", EXAMPLE, "--as-of", "2001-01-01"),
                "The file records nothing up to 2001-01-01; choose a later day.");
    }

    @Test
    void an_unknown_profile_is_named_with_those_there_are() {
        badInput(
                Ran.on(database, "import", EXAMPLE, "--profile", "nobody"),
                "There is no import profile nobody; known: milepost.");
    }

    @Test
    void the_key_asked_for_must_be_that_of_the_file() {
        badInput(Ran.on(database, "import", EXAMPLE, "--roadmap", "ABC"), "The file holds the roadmap REE, not ABC.");
    }

    @Test
    void a_file_that_cannot_be_read_is_named() throws IOException {
        badInput(Ran.on(database, "import", "nothing.json"), "The file nothing.json cannot be read.");
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"format\":");
        assertThat(Ran.on(database, "import", broken.toString()).err()).contains("This is not JSON");
    }

    @Test
    void a_table_comes_in_and_a_second_time_changes_nothing() throws IOException {
        Path table = Files.writeString(folder.resolve("plan.csv"), """
                Milestone;Due date;Cost (£m)
                Harbour;31/12/2031;£1,200.5m
                Bridge;1/012/2031;withheld
                """);

        Ran dry = Ran.on(database, "import", table.toString(), "--roadmap", "FIC", "--dry-run");
        Ran first = Ran.on(database, "import", table.toString(), "--roadmap", "FIC");
        Ran second = Ran.on(database, "import", table.toString(), "--roadmap", "FIC", "--format", "json");

        assertThat(first.status()).isZero();
        assertThat(first.out())
                .contains("plan.csv: UTF-8, semicolon between fields")
                .contains("end date: 1 date, 0 range, 0 withheld, 1 not given, 0 blank")
                .contains("cost: 1 value, 0 range, 1 withheld, 0 not given, 0 blank")
                .contains("row 3, column B (Due date): \"1/012/2031\" is not a date; write it as 2025-12-01.")
                .contains("FIC: 2 rows, 2 added, 0 changed, 0 unchanged, 1 problems, ");
        assertThat(dry.out().strip()).isEqualTo(first.out().strip() + "; nothing was stored");
        assertThat(second.out()).contains("\"unchanged\" : 2").contains("\"place\" : \"row 3, column B\"");
        assertThat(Ran.on(database, "import", table.toString(), "--roadmap", "FIC", "--strict")
                        .status())
                .isEqualTo(2);
    }

    @Test
    void a_table_needs_a_roadmap_and_a_profile_is_kept_for_the_next_file() throws IOException {
        Path table = Files.writeString(folder.resolve("plan.csv"), "Was,Wann\nHafen,2031\n");
        badInput(
                Ran.on(database, "import", table.toString()),
                "Say with --roadmap KEY which roadmap the table is for; one that does not exist is made.");

        Ran mapped = Ran.on(
                database,
                "import",
                table.toString(),
                "--roadmap",
                "A",
                "--map",
                "Was=title",
                "--map",
                "Wann=due",
                "--save-profile",
                "german");
        Ran named = Ran.on(database, "import", table.toString(), "--roadmap", "B", "--profile", "german");

        assertThat(mapped.status()).isZero();
        assertThat(named.out()).contains("B: 1 rows, 1 added").contains("end date: 1 date");
        assertThat(Ran.on(database, "import", table.toString(), "--roadmap", "C", "--map", "Was=name")
                        .err())
                .contains("is no meaning of a column; write one of key, id, title,");
    }

    private static void badInput(Ran ran, String sentence) {
        assertThat(ran.err().strip()).isEqualTo(sentence);
        assertThat(ran.status()).isEqualTo(2);
    }
}
