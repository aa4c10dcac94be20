package milepost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
