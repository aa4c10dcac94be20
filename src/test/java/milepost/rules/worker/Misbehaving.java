package milepost.rules.worker;

import java.io.InputStream;
import java.io.PrintStream;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A child that does what no rule can do, because there is no way to make a rule do it; the path of the first file says what. */
public final class Misbehaving {
    private static final List<byte[]> KEPT = new ArrayList<>();

    private Misbehaving() {}

    public static void main(String[] arguments) throws Exception {
        InputStream in = System.in;
        PrintStream out = System.out;
        Frames.write(out, WorkerMain.READY, Frames.MOST_ANSWERED);
        while (true) {
            Request request = RecordCodec.read(Frames.read(in, Frames.MOST_ASKED), Request.class);
            Frames.write(out, answer(wish(request), out), Frames.MOST_ANSWERED);
        }
    }

    /** A worker whose children answer like this. */
    public static DraftWorker worker(Duration deadline) {
        return new DraftWorker(Misbehaving.class, deadline, List.of(testClasses()));
    }

    private static Path testClasses() {
        return Path.of(URI.create(Misbehaving.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
    }

    private static String wish(Request request) {
        return request.rules().get(0).path().replaceFirst("^a/", "").replaceFirst("[.]drl$", "");
    }

    private static byte[] answer(String wish, PrintStream out) throws Exception {
        switch (wish) {
            case "hang" -> Thread.sleep(Long.MAX_VALUE);
            case "memory" -> {
                while (true) {
                    KEPT.add(new byte[1 << 20]);
                }
            }
            case "die" -> Runtime.getRuntime().halt(99);
            case "noise" -> out.write(new byte[] {0x7f, 1, 2, 3});
            case "garbage" -> {
                return new byte[] {1, 2, 3, 4, 5, 6, 7, 8};
            }
            default -> {}
        }
        return RecordCodec.bytes(DraftReport.problems(told(wish), List.of(), List.of()));
    }

    private static String told(String wish) throws Exception {
        return switch (wish) {
            case "environment" -> System.getenv().keySet().toString();
            case "process" -> Long.toString(ProcessHandle.current().pid());
            case "passwords" -> Boolean.toString(Files.exists(Path.of("/etc/passwd")));
            case "shell" -> Boolean.toString(Files.exists(Path.of("/bin/sh")));
            case "writable" -> Boolean.toString(Files.isWritable(Path.of("/tmp")));
            case "root" -> Arrays.toString(Path.of("/").toFile().list());
            case "network" -> Boolean.toString(hasNetwork());
            case "memory-size" -> Long.toString(Runtime.getRuntime().maxMemory());
            default -> Boolean.toString(Misbehaving.class.getClassLoader().getResource(wish) != null);
        };
    }

    private static boolean hasNetwork() {
        try {
            for (NetworkInterface at : NetworkInterface.networkInterfaces().toList()) {
                if (at.isUp()) {
                    return true;
                }
            }
            return false;
        } catch (SocketException e) {
            return false;
        }
    }
}
