package milepost.db;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;

/** Brings the schema up to date from {@code db/migrations}, forward only. */
final class Migrations {
    private Migrations() {}

    static void run(DataSource database, Dialect dialect) {
        Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migrations")
                .sqlMigrationPrefix("")
                .sqlMigrationSeparator("-")
                .placeholders(dialect.placeholders())
                .load();
        boolean newer = Arrays.stream(flyway.info().all()).anyMatch(m -> m.getState() == MigrationState.FUTURE_SUCCESS);
        if (newer) {
            throw new DatabaseUnusable(
                    "The database was written by a newer version of Milepost; start that version.", null);
        }
        flyway.migrate();
    }
}
