package milepost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JarIT {
    private static final String JAR = System.getenv("MILEPOST_JAR");
    private final Path folder = Databases.temporaryFolder();

    @Test
    void the_jar_serves_a_page_from_an_empty_folder() throws Exception {
        Process serving = start("serve", "--port", "0");
        try (BufferedReader out = serving.inputReader()) {
            String address = line(out, "Milepost is at ").replace("Milepost is at ", "");
            String link = line(out, "Sign in once with ").replace("Sign in once with ", "");

            HttpResponse<String> page = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build()
                    .send(
                            HttpRequest.newBuilder(URI.create(address + "/")).build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("<h1").contains("Sign in");
            assertThat(link).startsWith(address + "/sign-in/link/");
        } finally {
            serving.destroy();
            assertThat(serving.waitFor()).isIn(0, 143);
        }
    }

    @Test
    void the_jar_imports_and_checks_a_roadmap() throws Exception {
        Path example = Path.of("db/example/rare-earth.json").toAbsolutePath();

        assertThat(run("import", example.toString())).contains("REE: 6 changes, 10 milestones");
        assertThat(run("check", "--as-of", "2026-11-23")).contains("Due 2025-12-01, 357 days ago");
        assertThat(run("rules", "check")).contains("27 rules, 0 problems");
    }

    private String run(String... arguments) throws IOException {
        try (BufferedReader out = start(arguments).inputReader()) {
            return String.join("\n", out.lines().toList());
        }
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private static String line(BufferedReader out, String start) throws IOException {
        String line = out.readLine();
        while (line != null && !line.startsWith(start)) {
            line = out.readLine();
        }
        return String.valueOf(line);
    }
}
