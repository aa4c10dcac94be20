package milepost.web;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import milepost.Databases;
import milepost.access.Role;
import milepost.facts.Milestone;
import milepost.rules.language.check.HostileFile;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What officers notice of fifty hostile publications a second: their saves and reads are timed on a real server, in turns alone
 * and while authors in another process send one hostile file after the other beside the rules in use, bounded in number and time,
 * over loopback only. Arguments: seconds of each part, publications a second, authors who send them, rounds.
 */
public final class HostileLoadBenchmark {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().executor(Executors.newFixedThreadPool(4)).build();
    private static final int PAUSE_MILLIS = 20;
    private static final int SETTLE_MILLIS = 500;

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
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        int rate = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
        int authors = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        int rounds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 4;
        try (Site site = Site.open("2026-11-23T09:00:00Z")) {
            HostileLoadBenchmark bench = new HostileLoadBenchmark(site);
            site.workbench().backstage().drafts().get().jail();
            Load load = new Load(site, authors, rate);
            Times[] times = {new Times(), new Times()};
            for (int round = -1; round < rounds; round++) {
                for (int on = 0; on < 2; on++) {
                    load.turn(on == 1 ? "on" : "off");
                    Thread.sleep(SETTLE_MILLIS);
                    Times part = bench.officers(Duration.ofSeconds(seconds));
                    if (round >= 0) {
                        times[on].add(part);
                    }
                }
            }
            load.stop();
            System.out.println("alone:   " + times[0]);
            System.out.println("beside:  " + times[1]);
            System.out.printf(
                    "beside / alone: saves median %.2f, p99 %.2f; reads median %.2f, p99 %.2f%n",
                    Times.at(times[1].saves, 0.5) / Times.at(times[0].saves, 0.5),
                    Times.at(times[1].saves, 0.99) / Times.at(times[0].saves, 0.99),
                    Times.at(times[1].reads, 0.5) / Times.at(times[0].reads, 0.5),
                    Times.at(times[1].reads, 0.99) / Times.at(times[0].reads, 0.99));
        }
        System.exit(0);
    }

    /** Nanoseconds. */
    private record Times(List<Long> saves, List<Long> reads) {
        Times() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(Times others) {
            saves.addAll(others.saves);
            reads.addAll(others.reads);
        }

        static double at(List<Long> nanos, double part) {
            return nanos.stream().sorted().toList().get((int) (nanos.size() * part)) / 1e6;
        }

        private static String of(List<Long> nanos) {
            return String.format(
                    "%d, median %.1f ms, p95 %.1f, p99 %.1f, longest %.1f",
                    nanos.size(), at(nanos, 0.5), at(nanos, 0.95), at(nanos, 0.99), at(nanos, 0.9999));
        }

        @Override
        public String toString() {
            return "saves " + of(saves) + "; reads " + of(reads);
        }
    }

    private Times officers(Duration time) throws Exception {
        Times times = new Times();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            long begin = System.nanoTime();
            save();
            times.saves.add(System.nanoTime() - begin);
            Thread.sleep(PAUSE_MILLIS);
            begin = System.nanoTime();
            send(request("/api/v1/roadmaps/REE/milestones", officer).GET());
            times.reads.add(System.nanoTime() - begin);
            Thread.sleep(PAUSE_MILLIS);
        }
        return times;
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

    /** Authors who publish hostile files at a steady rate, in a process of their own with less right to the processor. */
    private static final class Load {
        private final Process process;
        private final Writer orders;

        Load(Site site, int authors, int rate) throws IOException {
            List<String> tokens = new ArrayList<>();
            for (int i = 0; i < authors; i++) {
                site.people().add("hostile-" + i, "Hostile " + i, Role.AUTHOR);
                tokens.add(site.people().token("hostile-" + i, Role.AUTHOR, "hostile-" + i, null));
            }
            Path folder = bodies(site);
            process = new ProcessBuilder(
                            "nice",
                            "-n",
                            "19",
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            HostileSender.class.getName(),
                            site.address(),
                            String.valueOf(rate),
                            String.join(",", tokens),
                            folder.toString())
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            orders = process.outputWriter();
        }

        void turn(String order) throws IOException {
            orders.write(order + "\n");
            orders.flush();
        }

        void stop() throws IOException, InterruptedException {
            orders.close();
            process.waitFor(10, TimeUnit.SECONDS);
            process.destroyForcibly();
        }

        /** Each hostile file beside all rules in use. */
        private static Path bodies(Site site) throws IOException {
            JsonMapper json = new JsonMapper();
            Path folder = Databases.temporaryFolder();
            int number = 0;
            for (HostileFile file : HostileFile.all()) {
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
                Files.writeString(folder.resolve(String.format("%03d.json", number++)), json.writeValueAsString(body));
            }
            return folder;
        }
    }
}
