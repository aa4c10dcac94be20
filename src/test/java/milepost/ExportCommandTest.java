package milepost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExportCommandTest {
    private final Path folder = Databases.temporaryFolder();
    private final String other = folder.resolve("other.db").toString();

    @Test
    void the_whole_record_moves_to_another_database_and_comes_out_the_same() throws IOException {
        String database = Ran.example();
        Path file = folder.resolve("REE.json");

        Ran out = Ran.on(database, "export", "--roadmap", "REE", "--format", "json", "-o", file.toString());
        Ran dry = Ran.on(other, "import", file.toString(), "--dry-run");
        Ran in = Ran.on(other, "import", file.toString(), "--roadmap", "REE");
        Ran again = Ran.on(other, "export", "--roadmap", "REE", "--format", "json");

        assertThat(out.status()).isZero();
        assertThat(in.out()).startsWith("REE: 6 changes, 10 milestones, ");
        assertThat(dry.out().strip()).isEqualTo(in.out().strip() + "; nothing was stored");
        assertThat(again.out()).isEqualTo(Files.readString(file));
    }

    @Test
    void every_format_has_its_form_and_what_is_not_there_is_bad_input() {
        String database = Ran.example();

        assertThat(Ran.on(database, "export", "--roadmap", "REE", "--format", "csv")
                        .out())
                .contains("REE-7,Processing facilities");
        assertThat(Ran.on(database, "export", "--roadmap", "REE", "--format", "ics")
                        .out())
                .startsWith("BEGIN:VCALENDAR");
        assertThat(Ran.on(database, "export", "--roadmap", "REE", "--format", "xlsx")
                        .out())
                .startsWith("PK");
        assertThat(Ran.on(database, "export", "--roadmap", "REE", "--format", "pdf")
                        .status())
                .isEqualTo(2);
        assertThat(Ran.on(database, "export", "--roadmap", "NO", "--format", "csv")
                        .status())
                .isEqualTo(2);
        assertThat(Ran.on(database, "export", "--roadmap", "REE", "--format", "csv", "-o", folder.toString())
                        .status())
                .isEqualTo(3);
    }

    @Test
    void an_export_of_then_and_a_forecast_of_then_know_nothing_later() {
        String database = Ran.example();
        String[] csv = {"export", "--roadmap", "REE", "--format", "csv"};

        Ran then = with(database, csv, "--as-of", "2025-09-30");
        assertThat(then.out())
                .contains("2025-11-30")
                .doesNotContain("2025-12-01")
                .doesNotContain("REE-7");
        assertThat(with(database, csv, "--known-at", "2025-09-30T20:59:59Z").out())
                .isEqualTo(then.out());
        assertThat(with(database, csv).out()).contains("2025-12-01", "REE-7");

        Ran forecast = Ran.on(
                database,
                "forecast",
                "--roadmap",
                "REE",
                "--known-at",
                "2025-09-30T20:59:59Z",
                "--until",
                "2025-12-31");
        assertThat(forecast.out())
                .startsWith("REE from 2025-09-30 until 2025-12-31: ")
                .contains("2025-12-01 RAISED")
                .doesNotContain("REE-7");
    }

    @Test
    void a_time_that_cannot_be_asked_for_is_refused_the_same_by_every_command() {
        String database = Ran.example();
        for (String command : List.of("check", "forecast", "export")) {
            String[] all = command.equals("export")
                    ? new String[] {"export", "--roadmap", "REE", "--format", "csv"}
                    : new String[] {command, "--roadmap", "REE"};
            assertThat(refusal(database, all, "--known-at", "2199-01-01T00:00:00Z"))
                    .isEqualTo("Nothing is known of 2199-01-01T00:00:00Z yet; --as-of looks ahead.");
            assertThat(refusal(database, all, "--known-at", "2020-01-01T00:00:00Z"))
                    .isEqualTo("Nothing was recorded of roadmap REE at 2020-01-01T00:00:00Z; its first change is of "
                            + "2024-06-19T12:00:00Z.");
            assertThat(refusal(database, all, "--as-of", "1899-12-31"))
                    .contains("option '--as-of': '1899-12-31' is not in the years 1900 to 2200.");
            assertThat(refusal(database, all, "--known-at", "2201-01-01T00:00:00Z"))
                    .contains("option '--known-at': '2201-01-01T00:00:00Z' is not in the years 1900 to 2200.");
        }
    }

    private static String refusal(String database, String[] command, String... more) {
        Ran ran = with(database, command, more);
        assertThat(ran.status()).as(ran.err()).isEqualTo(2);
        return ran.err().strip();
    }

    private static Ran with(String database, String[] command, String... more) {
        return Ran.on(
                database, Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new));
    }
}
