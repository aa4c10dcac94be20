package milepost.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LimitTest {

    @Test
    void every_limit_stands_in_the_record_of_the_guard() throws IOException {
        String record = Files.readString(Path.of("src/docs/adr/0021-guard.md"));
        for (Limit limit : Limit.values()) {
            assertThat(record).contains("| " + limit + " | " + limit.of() + " |");
        }
    }
}
