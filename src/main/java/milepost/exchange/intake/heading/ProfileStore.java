package milepost.exchange.intake.heading;

import java.util.List;
import java.util.Optional;
import milepost.db.Columns;
import milepost.db.Transaction;

/** Profiles as texts, by name. */
public final class ProfileStore {

    List<String> names(Transaction tx) {
        return tx.handle()
                .createQuery("select name from import_profile order by name")
                .mapTo(String.class)
                .list();
    }

    Optional<String> find(Transaction tx, String name) {
        return tx.handle()
                .createQuery("select meanings from import_profile where name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne();
    }

    void save(Transaction tx, String name, String meanings, String by) {
        tx.handle()
                .createUpdate("""
                        insert into import_profile (name, meanings, saved_at, saved_by)
                        values (:name, :meanings, :at, :by)
                        on conflict (name) do update
                        set meanings = excluded.meanings, saved_at = excluded.saved_at, saved_by = excluded.saved_by
                        """)
                .bind("name", name)
                .bind("meanings", meanings)
                .bind("at", Columns.text(tx.now()))
                .bind("by", by)
                .execute();
    }
}
