package milepost;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command that was run as a user runs it.
 *
 * @param status its exit status
 * @param out what it printed
 * @param err what it said beside that
 */
record Ran(int status, String out, String err) {

    /** Runs a command in this process. */
    static Ran command(String... arguments) {
        PrintStream realOut = System.out;
        PrintStream realErr = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int status = Main.run(arguments);
            return new Ran(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(realOut);
            System.setErr(realErr);
        }
    }

    /** Runs a command on this database. */
    static Ran on(String database, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--db", database));
        return command(all.toArray(String[]::new));
    }

    /** A new database file with the example roadmap. */
    static String example() {
        String database = Databases.temporaryFolder().resolve("milepost.db").toString();
        Ran ran = on(database, "import", Path.of("db/example/rare-earth.json").toString());
        if (ran.status() != 0) {
            throw new IllegalStateException(ran.err());
        }
        return database;
    }
}
