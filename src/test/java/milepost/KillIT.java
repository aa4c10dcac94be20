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
import milepost.flags.Flags;
import milepost.flags.life.FlagChanges;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.store.HistoryEntry;
import milepost.rules.Ruleset;
import milepost.rules.book.LiveFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The server is killed hard while people save and a program is told of it: what was answered as saved is there, nothing is half there,
 * and all that happened to flags is told.
 */
class KillIT {
    private static final List<String> MILESTONES = List.of("REE-1", "REE-3", "REE-7");
    private static final int ROUNDS = 4;

    private final Path folder = Databases.temporaryFolder();
    private final String database = folder.resolve("milepost.db").toString();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Hook hook = new Hook();
    private final HttpClient http = HttpClient.newHttpClient();

    KillIT() throws IOException {}

    @AfterEach
    void close() {
        hook.close();
    }

    @Test
    void no_acknowledged_save_is_lost_none_is_half_there_and_each_change_of_a_flag_is_told() throws Exception {
        String token = prepared();
        for (int round = 1; round <= ROUNDS; round++) {
            int before = acknowledged.values().stream().mapToInt(Long::intValue).sum();
            savesUntilKilled(token, 10 * round);
            int saved = acknowledged.values().stream().mapToInt(Long::intValue).sum();
            assertThat(saved).as("saves in round " + round).isGreaterThan(before);
            inspect();
        }
        everythingIsTold();
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
        Jar server = started();
        String address = server.after("Milepost is at ");
        assertThat(address).startsWith("http://");
        subscribe(address, token);
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

    private Jar started() throws IOException {
        String address = "https://milepost.example";
        return Jar.start(
                folder, "serve", "--port", "0", "--allow-private-webhooks", "--address", address, "--db", database);
    }

    private void subscribe(String address, String token) throws IOException, InterruptedException {
        String wish = """
                {"channel": "WEBHOOK", "target": "%s", "rule": "plan/blocked", "occasions": ["RAISED", "CLEARED"]}
                """.formatted(hook.address());
        if (acknowledged.isEmpty()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/v1/subscriptions"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(wish))
                    .build();
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(201);
        }
    }

    /** A message that was being sent when the server died comes once more, under its name and word for word; no other comes twice. */
    private void everythingIsTold() throws Exception {
        List<String> owed;
        try (Database opened = Database.open(database, InstantSource.system())) {
            owed = opened.read(
                    tx -> tx.handle().createQuery("""
                            select 'news-1-' || e.id from flag_event e join flag f on f.id = e.flag
                            where f.rule = 'plan/blocked' and f.subject <> 'REE-8' and e.event in ('RAISED', 'REOPENED', 'RESOLVED')
                            """).mapTo(String.class).list());
        }
        Jar server = started();
        for (int i = 0; i < 300 && !hook.told().keySet().containsAll(owed); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        server.process().destroyForcibly().waitFor();
        server.out().close();

        assertThat(owed).hasSizeGreaterThan(ROUNDS);
        assertThat(hook.told().keySet()).containsExactlyInAnyOrderElementsOf(owed);
        assertThat(hook.told().values()).allSatisfy(copies -> assertThat(copies).containsOnly(copies.get(0)));
        assertThat(hook.told().values().stream().mapToInt(List::size).sum() - owed.size())
                .as("copies, at most one for each death")
                .isLessThanOrEqualTo(ROUNDS);
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
            letTwoMinutesPass(opened);
            Ruleset rules = LiveFolder.read(null).compile();
            Roadmaps roadmaps = new Roadmaps(opened, new Flags(opened), () -> rules);
            acknowledged.forEach((milestone, version) -> {
                List<HistoryEntry> history = roadmaps.chronicle().history("REE", milestone, null, 10_000);
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

    /** So long it takes until somebody else may send what the dead server was sending. */
    private static void letTwoMinutesPass(Database opened) {
        opened.write(tx -> tx.handle()
                .execute("update delivery set lease_until = '2000-01-01T00:00:00Z' where state = 'SENDING'"));
    }

    private static int count(Database opened, String query) {
        return opened.read(
                tx -> tx.handle().createQuery(query).mapTo(Integer.class).one());
    }
}
