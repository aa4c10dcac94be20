package milepost.exchange.work;

import java.time.Instant;
import java.util.Optional;
import milepost.db.Columns;
import milepost.db.Transaction;
import org.jspecify.annotations.Nullable;

/** Imports that were begun, by id. */
public final class ImportRunStore {

    void begin(Transaction tx, ImportRun.Order order) {
        tx.handle()
                .createUpdate("""
                        insert into import_run (id, person, roadmap, dry_run, begun_at, state, answer)
                        values (:id, :person, :roadmap, :dryRun, :now, 'RUNNING', null)
                        on conflict (id) do update
                        set roadmap = excluded.roadmap, dry_run = excluded.dry_run, begun_at = excluded.begun_at,
                            state = excluded.state, answer = null
                        """)
                .bind("id", order.id())
                .bind("person", order.person())
                .bind("roadmap", order.roadmap())
                .bind("dryRun", order.dryRun() ? 1 : 0)
                .bind("now", Columns.text(tx.now()))
                .execute();
    }

    void end(Transaction tx, String id, ImportRun.State state, @Nullable String answer) {
        tx.handle()
                .createUpdate("update import_run set state = :state, answer = :answer where id = :id")
                .bind("id", id)
                .bind("state", state.name())
                .bind("answer", answer)
                .execute();
    }

    void forget(Transaction tx, String id) {
        tx.handle()
                .createUpdate("delete from import_run where id = :id")
                .bind("id", id)
                .execute();
    }

    /** Forgets what is older, and of one person all but the newest. */
    void forget(Transaction tx, Instant oldest, String person, int newest) {
        tx.handle()
                .createUpdate("delete from import_run where begun_at < :oldest")
                .bind("oldest", Columns.text(oldest))
                .execute();
        tx.handle()
                .createUpdate("""
                        delete from import_run
                        where person = :person and state <> 'RUNNING' and id not in (
                          select id from import_run where person = :person order by begun_at desc, id limit :newest)
                        """)
                .bind("person", person)
                .bind("newest", newest)
                .execute();
    }

    Optional<ImportRun> find(Transaction tx, String id, String person) {
        return tx.handle()
                .createQuery("""
                        select roadmap, dry_run, begun_at, state, answer from import_run where id = :id and person = :person
                        """)
                .bind("id", id)
                .bind("person", person)
                .map((row, context) -> new ImportRun(
                        new ImportRun.Order(id, person, row.getString("roadmap"), row.getInt("dry_run") == 1),
                        Instant.parse(row.getString("begun_at")),
                        ImportRun.State.valueOf(row.getString("state")),
                        row.getString("answer")))
                .findOne();
    }
}
