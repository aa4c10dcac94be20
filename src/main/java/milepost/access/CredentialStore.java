package milepost.access;

import java.time.Instant;
import java.util.List;
import milepost.db.Columns;
import milepost.db.Transaction;
import org.jspecify.annotations.Nullable;

/** Sessions and tokens one by one. */
final class CredentialStore {

    /** Those of a person that are still good, newest first; of any kind but links without {@code kind}. */
    List<Access> living(Transaction tx, long person, PersonStore.@Nullable Kind kind) {
        return tx.handle()
                .createQuery("""
                        select id, name, role, created_at, expires_at, hash from credential
                        where person = :person and ended_at is null and expires_at > :now
                          and kind in ('SESSION', 'TOKEN') and (kind = :kind or :kind = '')
                        order by id desc
                        """)
                .bind("person", person)
                .bind("now", Columns.text(tx.now()))
                .bind("kind", kind == null ? "" : kind.name())
                .map(row -> {
                    String role = row.getColumn("role", String.class);
                    return new Access(
                            row.getColumn("id", Long.class),
                            row.getColumn("name", String.class),
                            role == null ? null : Role.valueOf(role),
                            roadmaps(tx, row.getColumn("id", Long.class)),
                            Instant.parse(row.getColumn("created_at", String.class)),
                            Instant.parse(row.getColumn("expires_at", String.class)),
                            row.getColumn("hash", String.class));
                })
                .list();
    }

    private static List<String> roadmaps(Transaction tx, long id) {
        return tx.handle()
                .createQuery("select roadmap from token_roadmap where credential = :id order by roadmap")
                .bind("id", id)
                .mapTo(String.class)
                .list();
    }

    void end(Transaction tx, long id) {
        tx.handle()
                .createUpdate("update credential set ended_at = :now where id = :id and ended_at is null")
                .bind("now", Columns.text(tx.now()))
                .bind("id", id)
                .execute();
    }
}
