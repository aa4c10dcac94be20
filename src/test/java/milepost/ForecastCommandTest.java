package milepost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import milepost.foresight.Failing;
import milepost.rules.RuleFolder;
import milepost.rules.book.RuleFiles;
import milepost.rules.language.RuleFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ForecastCommandTest {
    private static final String[] FORECAST = {
        "forecast", "--roadmap", "REE", "--known-at", "2025-11-10T09:00:00Z", "--until", "2027-01-31"
    };

    @Test
    void the_example_will_miss_its_dates_and_silence_is_listed_apart() {
        String database = Ran.example();

        Ran text = Ran.on(database, FORECAST);
        assertThat(text.status()).isZero();
        assertThat(text.out().lines())
                .anyMatch(line -> line.matches("  2025-12-02 RAISED +CRITICAL REE-1 +Due 2025-12-01, 1 days ago .*"))
                .anyMatch(line -> line.matches("  2027-01-01 RAISED +CRITICAL REE-2 .*"));
        String[] parts = text.out().split("If nobody reports meanwhile:");
        assertThat(parts).hasSize(2);
        assertThat(parts[0]).doesNotContain("(evidence/");
        assertThat(parts[1].lines().filter(line -> !line.isBlank())).allMatch(line -> line.contains("(evidence/"));

        JsonNode json = new JsonMapper().readTree(Ran.on(database, json()).out());
        assertThat(json.get("from").asString()).isEqualTo("2025-11-10");
        assertThat(json.get("events")).isNotEmpty();
        assertThat(json.get("silence")).isNotEmpty();
        assertThat(json.get("complete").asBoolean()).isTrue();
    }

    @Test
    void one_that_cannot_be_finished_says_how_far_it_has_come_and_has_status_1() throws IOException {
        String database = Ran.example();
        Path rules = Databases.temporaryFolder();
        for (RuleFile file : Failing.tooMany()) {
            write(rules, file.path(), file.content());
        }
        for (Map.Entry<String, String> file :
                RuleFiles.of(RuleFolder.read(Path.of("rules"))).texts().entrySet()) {
            write(rules, file.getKey(), file.getValue());
        }
        String[] named = {"--rules", rules.toString()};

        Ran text = Ran.on(database, with(FORECAST, named));
        assertThat(text.out()).contains("The forecast is not complete: it ends on 2025-11-19");
        assertThat(text.status()).isEqualTo(1);
        JsonNode json =
                new JsonMapper().readTree(Ran.on(database, with(json(), named)).out());
        assertThat(json.get("complete").asBoolean()).isFalse();
        assertThat(json.get("reached").asString()).isEqualTo("2025-11-19");
    }

    private static String[] json() {
        return with(FORECAST, "--format", "json");
    }

    private static String[] with(String[] command, String... more) {
        return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
    }

    private static void write(Path folder, String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
