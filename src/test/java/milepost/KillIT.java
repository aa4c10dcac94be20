package milepost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import milepost.db.Database;
import milepost.flags.FlagChanges;
import milepost.flags.Flags;
import milepost.roadmap.HistoryEntry;
import milepost.roadmap.Roadmaps;
import milepost.rules.Ruleset;
import milepost.rules.book.LiveFolder;
import org.junit.jupiter.api.Test;

/** The server is killed hard while people save: what was answered as saved is there, and nothing is half there. */
class KillIT {
    private static final List<String> MILESTONES = List.of("REE-1", "REE-3", "REE-7");
    private static final int ROUNDS = 4;

    private final Path folder = Databases.temporaryFolder();
    private final String database = folder.resolve("milepost.db").toString();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void no_acknowledged_save_is_lost_and_none_is_half_there() throws Exception {
        String token = prepared();
        for (int round = 1; round <= ROUNDS; round++) {
            int before = acknowledged.values().stream().mapToInt(Long::intValue).sum();
            savesUntilKilled(token, 10 * round);
            int saved = acknowledged.values().stream().mapToInt(Long::intValue).sum();
            assertThat(saved).as("saves in round " + round).isGreaterThan(before);
            inspect();
        }
    }

    private String prepared() throws IOException {
        assertThat(Ran.on(
                                database,
                                "import",
                                Path.of("db/example/rare-earth.json").toString())
                        .status())
                .isZero();
        assertThat(Ran.on(database, "user", "add", "kim", "--role", "officer").status())
                .isZero();
        return Ran.on(database, "token", "create", "--user", "kim", "--role", "officer", "--name", "saves")
                .out()
                .strip();
    }

    /** Three programs save as fast as they can; the server dies in the middle of it. */
    private void savesUntilKilled(String token, int enough) throws Exception {
        Jar server = Jar.start(folder, "serve", "--port", "0", "--db", database);
        String address = server.after("Milepost is at ");
        assertThat(address).startsWith("http://");
        AtomicInteger saves = new AtomicInteger();
        ExecutorService programs = Executors.newFixedThreadPool(MILESTONES.size());
        for (String milestone : MILESTONES) {
            programs.submit(() -> {
                String uri = address + "/api/v1/roadmaps/REE/milestones/" + milestone;
                while (!Thread.currentThread().isInterrupted()) {
                    saveOnce(uri, token, milestone);
                    if (saves.incrementAndGet() == enough) {
                        server.process().destroyForcibly();
                    }
                }
                return null;
            });
        }
        programs.shutdown();
        assertThat(programs.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        server.process().waitFor();
        server.out().close();
    }

    /** Throws when the server is gone; only a whole answer counts as an acknowledgement. */
    private void saveOnce(String uri, String token, String milestone) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(uri)).header("Authorization", "Bearer " + token);
        HttpResponse<String> before = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        String status = before.body().contains("\"BLOCKED\"") ? "PLANNED" : "BLOCKED";
        HttpResponse<String> after = http.send(
                request.header("If-Match", before.headers().firstValue("ETag").orElseThrow())
                        .header("Content-Type", "application/merge-patch+json")
                        .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"status\": \"" + status + "\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(after.statusCode()).as(after.body()).isEqualTo(200);
        String tag = after.headers().firstValue("ETag").orElseThrow();
        acknowledged.put(milestone, Long.parseLong(tag.replace("\"", "")));
    }

    private void inspect() {
        try (Database opened = Database.open(database, InstantSource.system())) {
            Ruleset rules = LiveFolder.read(null).compile();
            Roadmaps roadmaps = new Roadmaps(opened, new Flags(opened), () -> rules);
            acknowledged.forEach((milestone, version) -> {
                List<HistoryEntry> history = roadmaps.history("REE", milestone, null, 10_000);
                assertThat(history.get(0).version()).as(milestone).isBetween(version, version + 1);
                assertThat(history.stream().filter(entry -> entry.version() == version))
                        .as(milestone)
                        .hasSize(1);
            });
            assertThat(roadmaps.preview("REE", List.of()).flags())
                    .as("the flags are those of the facts")
                    .isEqualTo(FlagChanges.NONE);
            assertThat(count(opened, "select count(*) from pragma_integrity_check where integrity_check <> 'ok'"))
                    .isZero();
            assertThat(count(opened, "select count(*) from pragma_foreign_key_check"))
                    .isZero();
            assertThat(count(opened, "select count(*) from change where id not in (select from_change from fact)"))
                    .as("changes without a fact")
                    .isZero();
        }
    }

    private static int count(Database opened, String query) {
        return opened.read(
                tx -> tx.handle().createQuery(query).mapTo(Integer.class).one());
    }
}
