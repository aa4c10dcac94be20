package milepost;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packed program in a process of its own, as it is started from an empty folder. */
record Jar(Process process, BufferedReader out) {

    static Jar start(Path folder, String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-jar", System.getenv("MILEPOST_JAR")));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        return new Jar(process, process.inputReader());
    }

    /** What follows these words on the next line that begins with them. */
    String after(String words) throws IOException {
        String line = out.readLine();
        while (line != null && !line.startsWith(words)) {
            line = out.readLine();
        }
        return line == null ? "" : line.substring(words.length());
    }

    String all() throws IOException {
        return String.join("\n", out.lines().toList());
    }
}
