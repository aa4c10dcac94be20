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
                "The file records nothing up to 2001-01-01; choose a later --as-of.");
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
        badInput(Ran.on(database, "import", "nothing.json"), "The file nothing.json cannot be read as UTF-8 text.");
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"format\":");
        assertThat(Ran.on(database, "import", broken.toString()).err()).contains("This is not JSON");
    }

    private static void badInput(Ran ran, String sentence) {
        assertThat(ran.err().strip()).isEqualTo(sentence);
        assertThat(ran.status()).isEqualTo(2);
    }
}
