package milepost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The unit and the container file start the program with options and variables that it has. */
class OperationDocsTest {
    private static final Path DOCS = Path.of("src/docs/operation");
    private final CommandLine serve = Main.commands().getSubcommands().get("serve");

    @ParameterizedTest
    @ValueSource(strings = {"milepost.service", "Containerfile", "README.md"})
    void every_option_and_variable_named_is_one_of_the_program(String file) throws IOException {
        String text = Files.readString(DOCS.resolve(file));
        String help = serve.getUsageMessage(CommandLine.Help.Ansi.OFF);

        List<String> named = Pattern.compile("(?<= |\"|`)--(port|host|log|db|rules)\\b|MILEPOST_[A-Z]+")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();

        assertThat(named).isNotEmpty().allMatch(help::contains);
    }

    @Test
    void the_unit_is_one_that_systemd_takes() throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/systemd-analyze")) && Files.isExecutable(Path.of("/usr/bin/java")),
                "only where systemd and Java are where the unit looks for them");
        Process verify = new ProcessBuilder(
                        "/usr/bin/systemd-analyze",
                        "verify",
                        DOCS.resolve("milepost.service").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verify.waitFor()).as(said).isZero();
        assertThat(said).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"milepost.service", "Containerfile"})
    void the_arguments_are_taken_by_the_command(String file) throws IOException {
        String text = Files.readString(DOCS.resolve(file));
        String arguments = text.lines()
                .filter(line -> line.startsWith("ExecStart=") || line.startsWith("CMD "))
                .map(line -> line.replaceAll(".*serve", "")
                        .replaceAll("[\"\\],]", " ")
                        .strip())
                .findFirst()
                .orElseThrow();

        CommandLine.ParseResult parsed = Main.commands().parseArgs(("serve " + arguments).split("\\s+"));

        assertThat(parsed.subcommand().matchedOptions()).hasSize(3);
    }
}
