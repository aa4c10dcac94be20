package milepost.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import milepost.access.Role;
import milepost.facts.Milestone;
import milepost.rules.language.check.HostileFile;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What officers notice of fifty hostile publications a second: their saves and reads are timed on a real server, first alone, then
 * while authors send one hostile file after the other beside the rules in use, bounded in number and time, over loopback only.
 * Arguments: seconds of each part, publications a second, authors who send them.
 */
public final class HostileLoadBenchmark {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().executor(Executors.newFixedThreadPool(4)).build();
    private static final int PAUSE_MILLIS = 20;

    private final Site site;
    private final String officer;
    private final String[] tags;
    private final List<Milestone> milestones;
    private int number;

    private HostileLoadBenchmark(Site site) {
        this.site = site;
        this.officer = site.people().token(Site.name(Role.OFFICER), Role.OFFICER, "benchmark", null);
        this.milestones = site.roadmaps().snapshot("REE").milestones();
        this.tags = milestones.stream()
                .map(m -> "\"" + m.recorded().version() + "\"")
                .toArray(String[]::new);
    }

    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        int rate = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
        int authors = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        try (Site site = Site.open("2026-11-23T09:00:00Z")) {
            HostileLoadBenchmark bench = new HostileLoadBenchmark(site);
            site.workbench().backstage().drafts().get().jail();
            bench.officers(Duration.ofSeconds(seconds));
            Times alone = bench.officers(Duration.ofSeconds(seconds));
            Load load = new Load(site, authors, rate);
            Times beside = bench.officers(Duration.ofSeconds(seconds));
            Map<Integer, Integer> answers = load.stop();
            System.out.println("alone:   " + alone);
            System.out.println("beside:  " + beside);
            System.out.printf("publications sent: %d, answers by status: %s%n", load.sent.get(), answers);
            System.out.printf(
                    "p99 beside / p99 alone: saves %.2f, reads %.2f%n",
                    Times.at(beside.saves, 0.99) / Times.at(alone.saves, 0.99),
                    Times.at(beside.reads, 0.99) / Times.at(alone.reads, 0.99));
        }
        System.exit(0);
    }

    /** Sorted nanoseconds. */
    private record Times(long[] saves, long[] reads) {
        static double at(long[] sorted, double part) {
            return sorted[(int) (sorted.length * part)] / 1e6;
        }

        private static String of(long[] sorted) {
            return String.format(
                    "%d, median %.1f ms, p95 %.1f, p99 %.1f, longest %.1f",
                    sorted.length,
                    at(sorted, 0.5),
                    at(sorted, 0.95),
                    at(sorted, 0.99),
                    sorted[sorted.length - 1] / 1e6);
        }

        @Override
        public String toString() {
            return "saves " + of(saves) + "; reads " + of(reads);
        }
    }

    private Times officers(Duration time) throws Exception {
        List<Long> saves = new ArrayList<>();
        List<Long> reads = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            long begin = System.nanoTime();
            save();
            saves.add(System.nanoTime() - begin);
            Thread.sleep(PAUSE_MILLIS);
            begin = System.nanoTime();
            send(request("/api/v1/roadmaps/REE/milestones", officer).GET());
            reads.add(System.nanoTime() - begin);
            Thread.sleep(PAUSE_MILLIS);
        }
        return new Times(sorted(saves), sorted(reads));
    }

    private void save() throws Exception {
        int which = number++ % tags.length;
        String body = "{\"progress\": " + number * 7 % 101 + "}";
        HttpResponse<String> answer = send(request(
                        "/api/v1/roadmaps/REE/milestones/"
                                + milestones.get(which).key(),
                        officer)
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", tags[which])
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() == 422) {
            return;
        }
        tags[which] = answer.headers().firstValue("ETag").orElseThrow(() -> new IllegalStateException(answer.body()));
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(site.address() + path)).header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static long[] sorted(List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /** Authors who publish hostile files at a steady rate, whatever they are answered. */
    private static final class Load {
        final AtomicInteger sent = new AtomicInteger();
        private final Map<Integer, AtomicInteger> answers = new ConcurrentSkipListMap<>();
        private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        private final HttpClient http = HttpClient.newHttpClient();

        Load(Site site, int authors, int rate) {
            List<String> tokens = new ArrayList<>();
            for (int i = 0; i < authors; i++) {
                site.people().add("eve" + i, "Author " + i, Role.AUTHOR);
                tokens.add(site.people().token("eve" + i, Role.AUTHOR, "hostile " + i, null));
            }
            List<String> bodies = bodies(site);
            clock.scheduleAtFixedRate(
                    () -> {
                        int n = sent.getAndIncrement();
                        HttpRequest request = HttpRequest.newBuilder(URI.create(site.address() + "/api/v1/rulesets"))
                                .header("Authorization", "Bearer " + tokens.get(n % tokens.size()))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(bodies.get(n % bodies.size())))
                                .build();
                        http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                                .whenComplete((answer, lost) -> answers.computeIfAbsent(
                                                answer == null ? 0 : answer.statusCode(), s -> new AtomicInteger())
                                        .incrementAndGet());
                    },
                    0,
                    1_000_000 / rate,
                    TimeUnit.MICROSECONDS);
        }

        Map<Integer, Integer> stop() throws InterruptedException {
            clock.shutdownNow();
            clock.awaitTermination(5, TimeUnit.SECONDS);
            Map<Integer, Integer> counts = new TreeMap<>();
            answers.forEach((status, count) -> counts.put(status, count.get()));
            return counts;
        }

        /** Each hostile file beside all rules in use. */
        private static List<String> bodies(Site site) {
            JsonMapper json = new JsonMapper();
            return HostileFile.all().stream()
                    .map(file -> {
                        ObjectNode body = json.createObjectNode().put("comment", "hostile");
                        ArrayNode files = body.putArray("files");
                        site.workbench()
                                .book()
                                .current()
                                .files()
                                .texts()
                                .forEach((path, text) ->
                                        files.addObject().put("path", path).put("content", text));
                        files.addObject()
                                .put("path", "hostile/x.drl")
                                .put("content", file.hostile().content());
                        return json.writeValueAsString(body);
                    })
                    .toList();
        }
    }
}
