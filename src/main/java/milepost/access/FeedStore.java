package milepost.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import milepost.access.Feeds.Feed;
import milepost.db.Columns;
import milepost.db.Transaction;
import org.jdbi.v3.core.result.RowView;

/** Calendar addresses among the credentials: of the kind FEED, with the roadmap for a name. */
final class FeedStore {
    /** Such an address lasts until somebody ends it: a calendar that dries up would look like a quiet roadmap. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    void add(Transaction tx, long person, String roadmap, String hash) {
        tx.handle()
                .createUpdate("""
                        insert into credential (kind, hash, person, name, role, created_at, expires_at)
                        values ('FEED', :hash, :person, :roadmap, 'VIEWER', :now, :never)
                        """)
                .bind("hash", hash)
                .bind("person", person)
                .bind("roadmap", roadmap)
                .bind("now", Columns.text(tx.now()))
                .bind("never", Columns.text(NEVER))
                .execute();
    }

    List<Feed> list(Transaction tx, long person, String roadmap) {
        return tx.handle()
                .createQuery("""
                        select id, name, created_at from credential
                        where kind = 'FEED' and person = :person and name = :roadmap and ended_at is null
                        order by id
                        """)
                .bind("person", person)
                .bind("roadmap", roadmap)
                .map(FeedStore::feed)
                .list();
    }

    int end(Transaction tx, long person, long id) {
        return tx.handle()
                .createUpdate("""
                        update credential set ended_at = :now
                        where kind = 'FEED' and person = :person and id = :id and ended_at is null
                        """)
                .bind("now", Columns.text(tx.now()))
                .bind("person", person)
                .bind("id", id)
                .execute();
    }

    Optional<Feeds.Held> find(Transaction tx, String hash) {
        return tx.handle()
                .createQuery("""
                        select c.name as roadmap, p.id, p.name, p.display_name, p.role, p.disabled
                        from credential c join person p on p.id = c.person
                        where c.kind = 'FEED' and c.hash = :hash and c.ended_at is null and p.disabled = 0
                        """)
                .bind("hash", hash)
                .map((row, context) -> new Feeds.Held(PersonStore.person(row), row.getString("roadmap")))
                .findOne();
    }

    private static Feed feed(RowView row) {
        return new Feed(
                row.getColumn("id", Long.class),
                row.getColumn("name", String.class),
                Instant.parse(row.getColumn("created_at", String.class)));
    }
}
