package milepost.access.link;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import milepost.access.Person;
import milepost.access.Role;
import milepost.db.Columns;
import milepost.db.Transaction;
import org.jdbi.v3.core.result.RowView;

/** Links of people in the database. */
final class UpdateLinkStore {

    long add(Transaction tx, UpdateLink link, String hash) {
        return tx.handle()
                .createQuery("""
                        insert into update_link (hash, person, roadmap, milestone, created_at, expires_at)
                        values (:hash, :person, :roadmap, :milestone, :now, :expires)
                        returning id
                        """)
                .bind("hash", hash)
                .bind("person", link.person().id())
                .bind("roadmap", link.roadmap())
                .bind("milestone", link.milestone())
                .bind("now", Columns.text(tx.now()))
                .bind("expires", Columns.text(link.expiresAt()))
                .mapTo(Long.class)
                .one();
    }

    Optional<UpdateLink> find(Transaction tx, String hash, Instant now) {
        return tx.handle()
                .createQuery("""
                        select l.id, l.roadmap, l.milestone, l.expires_at, p.id as person, p.name, p.display_name, p.role
                        from update_link l join person p on p.id = l.person
                        where l.hash = :hash and l.ended_at is null and l.expires_at > :now and p.disabled = 0
                        """)
                .bind("hash", hash)
                .bind("now", Columns.text(now))
                .map(UpdateLinkStore::link)
                .findOne();
    }

    List<UpdateLink> list(Transaction tx, Person person, Instant now) {
        return tx.handle()
                .createQuery("""
                        select l.id, l.roadmap, l.milestone, l.expires_at, p.id as person, p.name, p.display_name, p.role
                        from update_link l join person p on p.id = l.person
                        where l.person = :person and l.ended_at is null and l.expires_at > :now
                        order by l.expires_at, l.id
                        """)
                .bind("person", person.id())
                .bind("now", Columns.text(now))
                .map(UpdateLinkStore::link)
                .list();
    }

    int end(Transaction tx, long person) {
        return tx.handle()
                .createUpdate("""
                        update update_link set ended_at = :now
                        where person = :person and ended_at is null and expires_at > :now
                        """)
                .bind("now", Columns.text(tx.now()))
                .bind("person", person)
                .execute();
    }

    /** Leaves the link as it is while what was reported through it stands. */
    int endUnused(Transaction tx, long person, long id) {
        return tx.handle()
                .createUpdate("""
                        update update_link set ended_at = :now
                        where id = :id and person = :person and ended_at is null and expires_at > :now
                          and not exists (
                            select f.id from fact f
                            where f.roadmap = update_link.roadmap and f.kind = 'UPDATE' and f.key = :update
                              and f.to_change is null)
                        """)
                .bind("now", Columns.text(tx.now()))
                .bind("id", id)
                .bind("person", person)
                .bind("update", UpdateLink.update(id))
                .execute();
    }

    private static UpdateLink link(RowView row) {
        return new UpdateLink(
                row.getColumn("id", Long.class),
                new Person(
                        row.getColumn("person", Long.class),
                        row.getColumn("name", String.class),
                        row.getColumn("display_name", String.class),
                        Role.valueOf(row.getColumn("role", String.class)),
                        false),
                row.getColumn("roadmap", String.class),
                row.getColumn("milestone", String.class),
                Instant.parse(row.getColumn("expires_at", String.class)));
    }
}
