package milepost.rules.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import milepost.Databases;
import milepost.rules.RuleFolder;
import org.junit.jupiter.api.Test;

class DraftWorkerIT {

    @Test
    void drafts_are_tried_by_the_one_jar_in_an_empty_folder() throws Exception {
        String classes = Path.of("target/test-classes").toAbsolutePath().toString();
        Process probe = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getenv("MILEPOST_JAR") + File.pathSeparator + classes,
                        JarProbe.class.getName())
                .directory(Databases.temporaryFolder().toFile())
                .redirectErrorStream(true)
                .start();

        try (BufferedReader out = probe.inputReader()) {
            List<String> lines = out.lines().toList();
            int rules = RuleFolder.read(Path.of("rules")).rules().size();
            assertThat(lines).contains(rules + " rules, 0 failed, problems []");
        }
    }
}
