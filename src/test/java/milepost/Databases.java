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

/** Empty databases for tests: a file of SQLite and a database of a real PostgreSQL. */
public enum Databases {
    SQLITE {
        @Override
        String location() {
            try {
                return Files.createTempDirectory("milepost")
                        .resolve("milepost.db")
                        .toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    POSTGRESQL {
        @Override
        String location() {
            String name = "t" + NUMBER.incrementAndGet();
            try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return Server.RUNNING.getJdbcUrl("postgres", name);
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    abstract String location();

    public static Stream<Databases> all() {
        return Stream.of(values());
    }

    /** A new, empty database with a clock that can be set. */
    public Database open(Clock clock) {
        return Database.open(location(), clock);
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
