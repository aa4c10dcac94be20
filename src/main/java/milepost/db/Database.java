package milepost.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/** The database: one writer at a time, readers that cannot write. */
public final class Database implements AutoCloseable {
    private final Dialect dialect;
    private final HikariDataSource writer;
    private final HikariDataSource readers;
    private final Jdbi writing;
    private final Jdbi reading;
    private final InstantSource clock;

    private Database(Dialect dialect, HikariDataSource writer, HikariDataSource readers, InstantSource clock) {
        this.dialect = dialect;
        this.writer = writer;
        this.readers = readers;
        this.writing = Jdbi.create(writer);
        this.reading = Jdbi.create(readers);
        this.clock = clock;
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
            writer = new HikariDataSource(dialect == Dialect.SQLITE ? sqliteWriter(url) : pool(url, 4));
            Migrations.run(writer, dialect);
            HikariDataSource readers =
                    new HikariDataSource(dialect == Dialect.SQLITE ? sqliteReaders(url) : pool(url, 8));
            return new Database(dialect, writer, readers, clock);
        } catch (RuntimeException e) {
            if (writer != null) {
                writer.close();
            }
            throw Unusable.from(location, e);
        }
    }

    /** Carries out a unit of work that writes, all or nothing. */
    public <T> T write(Function<Transaction, T> work) {
        return writing.inTransaction(handle -> {
            if (!dialect.writerLock().isEmpty()) {
                handle.execute(dialect.writerLock());
            }
            return work.apply(new Transaction(handle, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        });
    }

    /** Reads one consistent state. */
    public <T> T read(Function<Transaction, T> work) {
        return reading.inTransaction(
                handle -> work.apply(new Transaction(handle, clock.instant().truncatedTo(ChronoUnit.MILLIS))));
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
    }

    private static HikariConfig pool(String url, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        config.setInitializationFailTimeout(1);
        return config;
    }

    /** One connection whose transactions begin as writers: a later upgrade could fail at once. */
    private static HikariConfig sqliteWriter(String url) {
        HikariConfig config = sqlite(url, 1);
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        return config;
    }

    private static HikariConfig sqliteReaders(String url) {
        HikariConfig config = sqlite(url, 4);
        config.setConnectionInitSql("pragma query_only = 1");
        return config;
    }

    private static HikariConfig sqlite(String url, int size) {
        HikariConfig config = pool(url, size);
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("foreign_keys", "true");
        config.addDataSourceProperty("busy_timeout", "5000");
        config.addDataSourceProperty("synchronous", "FULL");
        return config;
    }
}
