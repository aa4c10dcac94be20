package milepost.db;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The database: one writer at a time, readers that cannot write. */
public final class Database implements AutoCloseable {
    private final Dialect dialect;
    private final HikariDataSource writer;
    private final HikariDataSource readers;
    private final Jdbi writing;
    private final Jdbi reading;
    private final InstantSource clock;
    private final Statements statements = new Statements();

    /** When the unit of work began in which the thread does everything now; nothing where it does none. */
    private final ThreadLocal<Instant> whole = new ThreadLocal<>();

    private final @Nullable Path file;

    private Database(Dialect dialect, HikariDataSource writer, HikariDataSource readers, InstantSource clock) {
        this.dialect = dialect;
        this.writer = writer;
        this.readers = readers;
        this.writing = Jdbi.create(writer);
        this.reading = Jdbi.create(readers);
        this.clock = clock;
        String url = writer.getJdbcUrl();
        boolean plain = dialect == Dialect.SQLITE && !url.startsWith("jdbc:sqlite:file:");
        this.file = plain ? Backup.file(url) : null;
    }

    /**
     * Opens a database and brings it up to date.
     *
     * @param location a file, or a JDBC URL of SQLite or PostgreSQL
     * @throws DatabaseUnusable with one sentence that says why
     */
    public static Database open(String location, InstantSource clock) {
        String url = location.startsWith("jdbc:")
                ? location
                : "jdbc:sqlite:" + Path.of(location).toAbsolutePath();
        Dialect dialect = Dialect.of(url);
        HikariDataSource writer = null;
        try {
            writer = Pools.writers(dialect, url);
            proveWritable(writer);
            Migrations.run(writer, dialect);
            return new Database(dialect, writer, Pools.readers(dialect, url), clock);
        } catch (RuntimeException e) {
            if (writer != null) {
                writer.close();
            }
            throw Unusable.from(location, e);
        }
    }

    /** Whether the file it lies in is where it was: what is written to one that was taken away is lost with the process. */
    public boolean isThere() {
        return file == null || Files.exists(file);
    }

    /** Whether other programs may work on it at the same time. */
    public boolean shared() {
        return dialect == Dialect.POSTGRESQL;
    }

    /** Carries out a unit of work that writes, all or nothing. */
    public <T> T write(Function<Transaction, T> work) {
        return writing.inTransaction(handle -> {
            if (!dialect.writerLock().isEmpty()) {
                handle.execute(dialect.writerLock());
            }
            return work.apply(transaction(handle));
        });
    }

    /** Reads one consistent state; within {@link #whole} that of the unit of work. */
    public <T> T read(Function<Transaction, T> work) {
        Jdbi source = whole.get() == null ? reading : writing;
        return source.inTransaction(handle -> work.apply(transaction(handle)));
    }

    /**
     * Makes everything that this thread reads and writes during the work one unit of work, all or nothing, at one instant. Nobody
     * else writes meanwhile: only for work that is short and waits for no other thread.
     */
    public <T> T whole(Supplier<T> work) {
        return write(tx -> {
            whole.set(tx.now());
            try {
                return work.get();
            } finally {
                whole.remove();
            }
        });
    }

    /** Does the work as {@link #whole}, and then nothing of it has happened. */
    public <T> T tried(Supplier<T> work) {
        List<T> result = new ArrayList<>();
        try {
            whole(() -> {
                result.add(work.get());
                throw new Undone();
            });
        } catch (Undone done) {
            return result.get(0);
        }
        throw new IllegalStateException("what was tried was kept");
    }

    /** Takes a unit of work back that was only tried. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Undone() {
            super(null, null, false, false);
        }
    }

    private Transaction transaction(Handle handle) {
        return new Transaction(handle, now(), statements, Steps.NONE);
    }

    private Instant now() {
        Instant begun = whole.get();
        return begun == null ? clock.instant().truncatedTo(ChronoUnit.MILLIS) : begun;
    }

    /** What the database itself finds damaged, one sentence each. */
    public List<String> problems() {
        return reading.withHandle(handle -> dialect.integrity().isEmpty()
                ? List.of()
                : handle.createQuery(dialect.integrity()).mapTo(String.class).list());
    }

    /** Better refused now than at the first save. */
    private static void proveWritable(HikariDataSource writer) {
        Jdbi.create(writer).useHandle(handle -> {
            handle.begin();
            handle.execute("create table write_proof (n integer)");
            handle.rollback();
        });
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
    }
}
