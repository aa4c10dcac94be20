package milepost.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTest {

    @ParameterizedTest
    @ValueSource(strings = {"rules/README.md", "src/docs/adr/0021-guard.md"})
    void every_limit_stands_in_the_guide_and_in_the_record_of_the_guard(String document) throws IOException {
        String text = Files.readString(Path.of(document));
        for (Limit limit : Limit.values()) {
            assertThat(text).contains("| " + limit + " | " + limit.of() + " |");
        }
    }
}
