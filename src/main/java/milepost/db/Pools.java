package milepost.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Connections of each database: few that write, more that cannot. */
final class Pools {
    private Pools() {}

    static HikariDataSource writers(Dialect dialect, String url) {
        return new HikariDataSource(
                switch (dialect) {
                    case SQLITE -> sqliteWriter(url);
                    case POSTGRESQL -> pool(url, 4);
                });
    }

    static HikariDataSource readers(Dialect dialect, String url) {
        return new HikariDataSource(
                switch (dialect) {
                    case SQLITE -> sqliteReaders(url);
                    case POSTGRESQL -> postgresqlReaders(url);
                });
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

    /** Each transaction sees the state at its first statement, as every transaction of SQLite does. */
    private static HikariConfig postgresqlReaders(String url) {
        HikariConfig config = pool(url, 8);
        config.setReadOnly(true);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        return config;
    }

    /**
     * One connection whose transactions begin as writers: a later upgrade could fail at once. The log is carried over into the
     * file at 16 MB, not at 4: most pages are written again and again, so that four times as many cost little more. It keeps up to
     * 64 MB of pages, not 2, so that a large import does not write the inner pages of its indexes many times.
     */
    private static HikariConfig sqliteWriter(String url) {
        HikariConfig config = sqlite(url, 1);
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        config.addDataSourceProperty("cache_size", "-65536");
        config.setConnectionInitSql("pragma wal_autocheckpoint = 4000");
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
