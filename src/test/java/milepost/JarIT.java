package milepost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JarIT {
    private final Path folder = Databases.temporaryFolder();

    @Test
    void the_jar_serves_a_page_from_an_empty_folder() throws Exception {
        Jar serving = Jar.start(folder, "serve", "--port", "0");
        try {
            String address = serving.after("Milepost is at ");
            String link = serving.after("Sign in once with ");

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
            serving.process().destroy();
            assertThat(serving.process().waitFor()).isIn(0, 143);
        }
    }

    @Test
    void the_jar_imports_and_checks_a_roadmap() throws Exception {
        Path example = Path.of("db/example/rare-earth.json").toAbsolutePath();

        assertThat(run("import", example.toString())).contains("REE: 6 changes, 10 milestones");
        assertThat(run("check", "--as-of", "2026-11-23")).contains("Due 2025-12-01, 357 days ago");
        assertThat(run("rules", "check")).contains("29 rules, 0 problems");
    }

    private String run(String... arguments) throws IOException {
        return Jar.start(folder, arguments).all();
    }
}
