package milepost;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import milepost.db.Database;
import org.jspecify.annotations.Nullable;

/** Empty databases for tests: a file of SQLite and a database of a real PostgreSQL. */
public enum Databases {
    SQLITE {
        @Override
        String location() {
            return temporaryFolder().resolve("milepost.db").toString();
        }

        @Override
        String copy(String location) {
            String copy = location();
            try {
                Files.copy(Path.of(location), Path.of(copy));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return copy;
        }
    },
    POSTGRESQL {
        @Override
        String location() {
            return made("");
        }

        @Override
        String copy(String location) {
            return made(" template " + location.replaceFirst(".*/(t[0-9]+).*", "$1"));
        }

        private String made(String how) {
            String name = "t" + NUMBER.incrementAndGet();
            try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name + how);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return Server.RUNNING.getJdbcUrl("postgres", name);
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** One that has its tables already: migrated once in a run of tests, then copied for each that wants an empty one. */
    private @Nullable String template;

    /** Where a database may be made that does not exist yet, or has no tables. */
    abstract String location();

    /** A copy of the database there, which nobody has open. */
    abstract String copy(String location);

    public static Stream<Databases> all() {
        return Stream.of(values());
    }

    /** A new, empty database with a clock that can be set. */
    public Database open(Clock clock) {
        return Database.open(copy(template()), clock);
    }

    private synchronized String template() {
        if (template == null) {
            String made = location();
            Database.open(made, new Clock("2020-01-01T00:00:00Z")).close();
            template = made;
        }
        return template;
    }

    /** A clock that stands still until it is moved. */
    public static final class Clock implements InstantSource {
        private final AtomicReference<Instant> now;

        public Clock(String instant) {
            now = new AtomicReference<>(Instant.parse(instant));
        }

        public void set(String instant) {
            now.set(Instant.parse(instant));
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }

    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("milepost");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
