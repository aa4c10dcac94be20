package milepost.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A program of its own that publishes hostile files over loopback at a steady rate while it is told to, whatever it is answered.
 * Arguments: address, publications a second, tokens with commas between, folder with the bodies. Lines of stdin switch it:
 * {@code on}, {@code off}; at their end it prints how often each status was answered.
 */
final class HostileSender {
    private final AtomicInteger sent = new AtomicInteger();
    private final Map<Integer, AtomicInteger> answers = new ConcurrentSkipListMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().executor(Executors.newFixedThreadPool(2)).build();
    private final URI address;
    private final List<String> tokens;
    private final List<String> bodies;
    private volatile boolean on;

    private HostileSender(URI address, List<String> tokens, List<String> bodies) {
        this.address = address;
        this.tokens = tokens;
        this.bodies = bodies;
    }

    public static void main(String[] arguments) throws IOException {
        HostileSender sender = new HostileSender(
                URI.create(arguments[0] + "/api/v1/rulesets"), List.of(arguments[2].split(",")), read(arguments[3]));
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        clock.scheduleAtFixedRate(sender::send, 0, 1_000_000 / Integer.parseInt(arguments[1]), TimeUnit.MICROSECONDS);
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            in.lines().forEach(line -> sender.on = line.equals("on"));
        }
        clock.shutdownNow();
        System.out.println("publications sent: " + sender.sent + ", answers by status: " + sender.answers);
        System.exit(0);
    }

    private void send() {
        if (!on) {
            return;
        }
        int n = sent.getAndIncrement();
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + tokens.get(n % tokens.size()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(bodies.get(n % bodies.size())))
                .build();
        http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .whenComplete((answer, lost) -> answers.computeIfAbsent(
                                answer == null ? 0 : answer.statusCode(), s -> new AtomicInteger())
                        .incrementAndGet());
    }

    private static List<String> read(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.sorted().map(HostileSender::text).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
