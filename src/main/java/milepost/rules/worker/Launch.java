package milepost.rules.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a child is started.
 *
 * @param home a folder of its own; its jars lie in {@code lib} below
 * @param main the class that answers
 * @param deadline how long one request may take
 */
record Launch(Jail jail, Path home, String main, Duration deadline) {
    private static final List<String> FLAGS = List.of(
            "-Xmx128m",
            "-Xss512k",
            "-XX:MaxMetaspaceSize=96m",
            "-XX:MaxDirectMemorySize=8m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:+DisableAttachMechanism",
            "-XX:-UsePerfData",
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Duser.timezone=UTC");

    Launch in(Jail other) {
        return new Launch(other, home, main, deadline);
    }

    /** Starts a process with nothing in its environment; what it says beside its answers is thrown away. */
    Process start() throws IOException {
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"))
                .toRealPath()
                .resolve("bin/java")
                .toString());
        java.addAll(FLAGS);
        java.addAll(List.of("-cp", home.resolve("lib") + "/*", main, Long.toString(deadline.toMillis())));
        ProcessBuilder builder = new ProcessBuilder(jail.command(home, java))
                .directory(home.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        return builder.start();
    }
}
