package milepost.web.officer.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import milepost.access.Role;
import milepost.exchange.intake.Wish;
import milepost.exchange.out.Format;
import milepost.exchange.work.ImportRun;
import milepost.exchange.work.ImportRuns;
import milepost.exchange.work.Stage;
import milepost.exchange.work.Tracker;
import milepost.facts.Problem;
import milepost.facts.Reach;
import milepost.web.Browsing;
import milepost.web.Browsing.Answer;
import milepost.web.Site;
import milepost.web.api.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work on files that takes longer than an answer: it says how far it has come, can be left and stopped, and is all or nothing. */
class LongWorkTest {
    private static final String CSV = "Title,Due\nHarbour,2031\nBridge,2032\n";
    private static final Pattern CHOSEN =
            Pattern.compile("<select [^>]*name=\"(columns/[^\"]+)\".*?value=\"([^\"]*)\" selected", Pattern.DOTALL);

    private final CountDownLatch others = new CountDownLatch(1);
    private Site site;
    private Browsing officer;

    @BeforeEach
    void open() {
        site = Site.open("2025-12-05T09:00:00Z");
        officer = new Browsing(site, Role.OFFICER);
    }

    @AfterEach
    void close() {
        others.countDown();
        site.close();
    }

    @Test
    void a_page_tells_how_far_a_look_and_an_import_have_come_and_then_what_came_of_them() {
        busy();
        String address = officer.upload("/import", Map.of("key", "FIC"), "fiction.csv", CSV)
                .location();
        Answer waiting = officer.get(address);
        assertThat(waiting.status()).isEqualTo(200);
        assertThat(waiting.text()).contains("Reading the file", "fiction.csv", "Other files come first", "Stop");
        assertThat(waiting.body()).contains("<noscript><meta http-equiv=\"refresh\" content=\"2\"></noscript>");
        assertThat(officer.asked(address).find("id=\"(working)\"")).isEqualTo("working");
        others.countDown();
        Answer look = until(address, "Look before you import");
        assertThat(look.text()).contains("Import 2 milestones");

        CountDownLatch more = busy();
        Answer sent = officer.post(address, address, choices(look, "import"));
        assertThat(sent.location()).isEqualTo(address);
        assertThat(officer.get(address).text()).contains("Importing", "All of it or nothing", "Stop the import");
        assertThat(officer.post("/import", address, Map.of("do", "import")).location())
                .as("asked for twice")
                .isEqualTo(address);
        assertThat(site.roadmaps().keys(Reach.EVERYTHING)).doesNotContain("FIC");
        more.countDown();
        assertThat(until(address, "Imported").text()).contains("2 milestones added");
        assertThat(site.roadmaps().snapshot("FIC").milestones()).hasSize(2);
        assertThat(officer.get(address).text()).contains("2 milestones added");
    }

    @Test
    void a_look_that_is_stopped_is_begun_anew_when_its_person_comes_back() {
        busy();
        String address = officer.upload("/import", Map.of("key", "FIC"), "fiction.csv", CSV)
                .location();
        assertThat(officer.get(address).text()).contains("Other files come first");
        assertThat(officer.post(address, address, Map.of("do", "stop")).location())
                .isEqualTo("/import");
        others.countDown();
        assertThat(until(address, "Look before you import").text()).contains("Import 2 milestones");
    }

    @Test
    void an_import_that_its_person_stops_stores_nothing_and_can_be_begun_anew() {
        String address = officer.upload("/import", Map.of("key", "FIC"), "fiction.csv", CSV)
                .location();
        Answer look = until(address, "Look before you import");
        busy();
        officer.post(address, address, choices(look, "import"));
        assertThat(officer.post("/import", address, Map.of("do", "stop")).location())
                .isEqualTo(address);
        assertThat(officer.get(address).text()).contains("Stopping").doesNotContain("Stop the import");
        others.countDown();
        Answer stopped = officer.get(address);
        for (int i = 0; i < 20 && stopped.status() == 200; i++) {
            stopped = officer.get(address);
        }
        assertThat(stopped.location()).isEqualTo(address + "?stopped=1");
        Answer again = until(stopped.location(), "The import was stopped; nothing of it was stored.");
        assertThat(again.text()).contains("Look before you import", "Import 2 milestones");
        assertThat(site.roadmaps().keys(Reach.EVERYTHING)).doesNotContain("FIC");

        assertThat(officer.post(address, address, choices(again, "import")).location())
                .isEqualTo(address);
        assertThat(until(address, "Imported").text()).contains("2 milestones added");
    }

    @Test
    void what_is_wrong_with_a_history_is_shown_with_its_place() {
        String unread = "{\"format\": \"milepost-record/1\", \"roadmap\": \"FIC\", \"changes\": [{\"at\": \"soon\"}]}";
        assertThat(officer.upload("/import", Map.of(), "fiction.json", unread).text())
                .contains("There is a problem changes/0/kind: This is required; send a text.");

        String record = new String(
                site.parts().exchange().exports().of("REE", Format.json).content(), StandardCharsets.UTF_8);
        String tomorrow = record.replace("\"REE\"", "\"FIC\"")
                .replaceFirst("\"at\"(\\s*:\\s*)\"[^\"]*\"", "\"at\"$1\"2026-01-01T00:00:00Z\"");
        Upload later =
                Upload.of("officer", "fiction.json", tomorrow.getBytes(StandardCharsets.UTF_8), Wish.of("", null));
        assertThat(Preview.of(site.parts().exchange(), later, Tracker.NONE).errors())
                .as("one that is so long that it is looked at later")
                .singleElement()
                .satisfies(e -> assertThat(e.message()).contains("changes/0/at: The change lies in the future"));
    }

    @Test
    void a_page_that_is_gone_says_what_became_of_its_file() {
        ImportRuns before = site.importsOfAnotherProgram();
        CountDownLatch running = new CountDownLatch(1);
        before.begin(order("killed"), (tracker, unit) -> held(running), Problem::getMessage);
        before.begin(order("done"), (tracker, unit) -> unit.of(() -> 2, n -> "FIC: 2 milestones added"), p -> "")
                .orElseThrow()
                .await(Duration.ofSeconds(20));

        assertThat(officer.get("/imports/killed").status()).isEqualTo(404);
        assertThat(officer.asked("/imports/killed").location())
                .as("where the page goes that still counts what is gone")
                .isEqualTo("/imports/killed");
        assertThat(officer.get("/imports/killed").text())
                .contains("The server stopped while this import was running; nothing of it was stored.");
        assertThat(officer.get("/imports/done").text()).contains("This file was imported. FIC: 2 milestones added.");
        assertThat(officer.get("/imports/other").text()).contains("This file is no longer held");
        Client.Answer program = Client.of(site, Role.OFFICER).get("/imports/killed");
        assertThat(program.json().get("state").asString()).isEqualTo("STOPPED");
        assertThat(program.json().at("/problem/detail").asString()).contains("nothing of it was stored");
        running.countDown();
    }

    private static ImportRun.Order order(String id) {
        return new ImportRun.Order(id, Site.name(Role.OFFICER), "FIC", false);
    }

    /** An import that is carried out beside its request. */
    private static Client.Answer begin(Client program) {
        return program.send(
                "POST",
                "/roadmaps/FIC/import",
                BodyPublishers.ofString(CSV),
                "Prefer",
                "respond-async",
                "Content-Type",
                "text/csv");
    }

    private static int held(CountDownLatch latch) {
        try {
            latch.await();
            return 1;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_program_stops_its_import_and_nothing_of_it_is_stored() {
        busy();
        Client program = Client.of(site, Role.OFFICER);
        Client.Answer begun = begin(program);
        String where = begun.header("Location").substring("/api/v1".length());
        assertThat(Client.of(site, Role.MANAGER).post(where + "/stop", "").status())
                .as("somebody else")
                .isEqualTo(404);
        CompletableFuture<Client.Answer> stopping =
                CompletableFuture.supplyAsync(() -> program.post(where + "/stop", ""));
        while (!site.parts()
                .exchange()
                .runs()
                .findWork(where.substring("/imports/".length()))
                .orElseThrow()
                .stopping()) {
            Thread.onSpinWait();
        }
        others.countDown();

        Client.Answer stopped = stopping.join();
        assertThat(stopped.status()).isEqualTo(200);
        assertThat(stopped.json().get("state").asString()).isEqualTo("STOPPED");
        assertThat(stopped.json().at("/problem/detail").asString()).contains("nothing of it was stored");
        assertThat(program.get(where).text()).isEqualTo(stopped.text());
        assertThat(site.roadmaps().keys(Reach.EVERYTHING)).doesNotContain("FIC");
    }

    @Test
    void a_program_is_answered_at_once_and_asks_how_far_its_import_has_come() {
        busy();
        Client program = Client.of(site, Role.OFFICER);
        Client.Answer begun = begin(program);
        assertThat(begun.status()).isEqualTo(202);
        assertThat(begun.header("Preference-Applied")).isEqualTo("respond-async");
        String where = begun.header("Location").substring("/api/v1".length());
        assertThat(program.get(where).json().get("state").asString()).isEqualTo("RUNNING");
        assertThat(program.get(where).json().get("doing").asString()).isEqualTo(Stage.WAITING.name());
        assertThat(Client.of(site, Role.MANAGER).get(where).status())
                .as("somebody else")
                .isEqualTo(404);
        assertThat(site.roadmaps().keys(Reach.EVERYTHING)).doesNotContain("FIC");
        others.countDown();
        Client.Answer done = program.ended(where);
        assertThat(done.json().get("state").asString()).isEqualTo("DONE");
        assertThat(done.json().at("/result/added").intValue()).isEqualTo(2);
        assertThat(site.roadmaps().snapshot("FIC").milestones()).hasSize(2);

        Client.Answer bad = program.send(
                "POST",
                "/roadmaps/BAD/import",
                BodyPublishers.ofString("Title\n"),
                "Prefer",
                "respond-async, dry-run",
                "Content-Type",
                "text/csv");
        Client.Answer failed = program.ended(bad.header("Location").substring("/api/v1".length()));
        assertThat(failed.json().get("state").asString()).isEqualTo("FAILED");
        assertThat(failed.json().at("/problem/detail").asString()).contains("names no milestones");
    }

    /** Keeps all that works on files busy until the latch is released. */
    private CountDownLatch busy() {
        CountDownLatch latch = others.getCount() == 1 ? others : new CountDownLatch(1);
        for (int i = 0; i < 2; i++) {
            site.parts().exchange().works().begin(tracker -> {
                try {
                    return latch.await(30, java.util.concurrent.TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        return latch;
    }

    private Answer until(String address, String heading) {
        Answer answer = officer.get(address);
        for (int i = 0; i < 20 && !answer.text().contains(heading); i++) {
            answer = officer.get(address);
        }
        assertThat(answer.text()).contains(heading);
        return answer;
    }

    private static Map<String, String> choices(Answer look, String step) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("do", step));
        Matcher chosen = CHOSEN.matcher(look.body());
        while (chosen.find()) {
            fields.put(chosen.group(1), chosen.group(2));
        }
        return fields;
    }
}
