package milepost.web;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import milepost.Databases;
import milepost.access.Role;
import milepost.facts.Milestone;
import milepost.facts.Status;
import milepost.facts.TargetDate;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.fact.Edit;
import milepost.web.api.http.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a save costs: a PATCH of one milestone, with its rules and flags, beside a bare endpoint that does one durable
 * transaction of SQLite. The bare one runs on the same server, asks for the token by the same guard and reads and answers JSON by
 * the same reader; its transaction has the same pragmas and inserts one row. Both go over HTTP, one after the other, in turns;
 * each save is of the next milestone, with another kind of edit. Arguments: milestones of the roadmap, saves measured.
 */
public final class SaveBenchmark {
    private static final int WARM = 6_000;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private SaveBenchmark() {}

    /** One way to save. */
    private interface Saving {
        void save(int number) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        int milestones = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        int saves = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
        try (Site site = Site.open("2025-11-24T09:00:00Z");
                Connection connection = bareConnection()) {
            grow(site, milestones);
            String token = site.people().token(Site.name(Role.OFFICER), Role.OFFICER, "benchmark", null);
            Javalin bare = bare(site, connection);
            Saving whole = whole(site, token);
            String uri = "http://127.0.0.1:" + bare.port() + "/api/v1/bare";
            Saving plain = number -> send(authorized(uri, token, "PATCH", body(number, milestones)));
            long[][] nanos = new long[2][saves];
            long[] processor = new long[2];
            for (int i = -WARM; i < saves; i++) {
                if (i == 0) {
                    processor[0] = processor("web-");
                    processor[1] = processor("JettyServerThreadPool");
                }
                long[] took = {time(whole, i), time(plain, i)};
                if (i >= 0) {
                    nanos[0][i] = took[0];
                    nanos[1][i] = took[1];
                }
            }
            double[] micros = {
                (processor("web-") - processor[0]) / 1e3 / saves,
                (processor("JettyServerThreadPool") - processor[1]) / 1e3 / saves
            };
            bare.stop();
            print(milestones, nanos);
            System.out.printf(
                    "processor time of the server's threads: save %.0f µs, bare %.0f µs, ratio %.2f%n",
                    micros[0], micros[1], micros[0] / micros[1]);
        }
        System.exit(0);
    }

    /** Nanoseconds of processor time that the threads of one server have had. */
    private static long processor(String names) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.dumpAllThreads(false, false))
                .filter(thread -> thread.getThreadName().startsWith(names))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }

    private static void print(int milestones, long[][] nanos) {
        Arrays.sort(nanos[0]);
        Arrays.sort(nanos[1]);
        System.out.printf(
                "%d milestones: save median %.2f ms (p95 %.2f), bare median %.2f ms (p95 %.2f), ratio %.2f%n",
                milestones,
                at(nanos[0], 0.5),
                at(nanos[0], 0.95),
                at(nanos[1], 0.5),
                at(nanos[1], 0.95),
                at(nanos[0], 0.5) / at(nanos[1], 0.5));
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) (sorted.length * part)] / 1e6;
    }

    private static long time(Saving saving, int number) throws Exception {
        long begin = System.nanoTime();
        saving.save(number);
        return System.nanoTime() - begin;
    }

    private static Saving whole(Site site, String token) {
        String uri = site.address() + "/api/v1/roadmaps/REE/milestones/";
        List<Milestone> milestones = site.roadmaps().snapshot("REE").milestones();
        String[] tags = milestones.stream()
                .map(m -> "\"" + m.recorded().version() + "\"")
                .toArray(String[]::new);
        return number -> {
            int which = Math.floorMod(number, tags.length);
            HttpRequest.Builder request = authorized(
                            uri + milestones.get(which).key() + "?reason=benchmark",
                            token,
                            "PATCH",
                            body(number, tags.length))
                    .header("If-Match", tags[which]);
            tags[which] = send(request).headers().firstValue("ETag").orElseThrow();
        };
    }

    /** Of four kinds of edit the next one for this milestone: two of them move flags, another one makes a report. */
    private static String body(int number, int milestones) {
        int visit = Math.floorDiv(number, milestones);
        int round = Math.floorDiv(visit, 4);
        return switch (Math.floorMod(number + visit, 4)) {
            case 0 -> "{\"progress\":" + Math.floorMod(round * 7, 101) + "}";
            case 1 -> "{\"owner\":" + (round % 2 == 0 ? "null" : "\"kim\"") + "}";
            case 2 -> "{\"description\":\"edit " + number + "\"}";
            default -> "{\"due\":\"2026-" + (10 + Math.floorMod(round, 3)) + "-15\"}";
        };
    }

    /** More milestones beside those of the example, spread over two years, each after another. */
    private static void grow(Site site, int milestones) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 10; i < milestones; i++) {
            TargetDate due = TargetDate.day(java.time.LocalDate.of(2025, 6, 1).plusDays(i * 7L % 730));
            edits.add(new Edit.MilestoneRevision(
                    "X-" + i,
                    0,
                    "Milestone " + i,
                    null,
                    null,
                    null,
                    Status.IN_PROGRESS,
                    10,
                    null,
                    due,
                    null,
                    null,
                    "kim",
                    List.of(),
                    List.of(),
                    null));
        }
        if (!edits.isEmpty()) {
            site.roadmaps().save(new Roadmaps.Author("benchmark", null, null), "REE", edits);
        }
    }

    private static Connection bareConnection() throws SQLException {
        Connection connection = DriverManager.getConnection(
                "jdbc:sqlite:" + Databases.temporaryFolder().resolve("bare.db") + "?transaction_mode=IMMEDIATE");
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("pragma synchronous = full");
            statement.execute("pragma foreign_keys = on");
            statement.execute("create table line (id integer primary key, body text not null) strict");
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private static Javalin bare(Site site, Connection connection) {
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.before(Headers::begin);
                    config.routes.beforeMatched(new Guard(site.parts())::check);
                    config.routes.after(Headers::end);
                    config.routes.patch("/api/v1/bare", ctx -> insert(ctx, connection), Access.OFFICER);
                })
                .start("127.0.0.1", 0);
    }

    private static void insert(Context ctx, Connection connection) throws SQLException {
        ObjectNode sent = Json.read(ctx);
        synchronized (connection) {
            try (PreparedStatement insert = connection.prepareStatement("insert into line (body) values (?)")) {
                insert.setString(1, sent.toString());
                insert.executeUpdate();
            }
            connection.commit();
        }
        Json.answer(ctx, 200, sent);
    }

    private static HttpRequest.Builder authorized(String uri, String token, String method, String body) {
        return HttpRequest.newBuilder(URI.create(uri))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/merge-patch+json")
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
