package milepost.access.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import milepost.access.Person;
import milepost.access.Role;
import milepost.db.Columns;
import milepost.db.Prepared;
import milepost.db.Transaction;
import org.jspecify.annotations.Nullable;

/** Memberships and visibilities in the database. */
final class MembershipStore {
    /** Asked for by every request. */
    private static final Prepared DECISIVE = Prepared.of("""
            select roadmap, role from membership where person = :person and ended_at is null
            union all
            select roadmap, null from roadmap_access where visibility = 'MEMBERS'
            """);

    /** A membership, or without a role a roadmap that only members see. */
    private record Deciding(String roadmap, @Nullable String role) {
        static Deciding of(ResultSet row) throws SQLException {
            return new Deciding(row.getString(1), row.getString(2));
        }
    }

    /** What decides about one person: their memberships, and the roadmaps that only members see. */
    record Decisive(Map<String, Role> memberships, Set<String> closed) {}

    Decisive decisive(Transaction tx, long person) {
        Decisive found = new Decisive(new HashMap<>(), new HashSet<>());
        for (Deciding row : DECISIVE.in(tx).bind("person", person).list(Deciding::of)) {
            if (row.role() == null) {
                found.closed().add(row.roadmap());
            } else {
                found.memberships().put(row.roadmap(), Role.valueOf(row.role()));
            }
        }
        return found;
    }

    List<Member> list(Transaction tx, String roadmap) {
        return tx.handle()
                .createQuery("""
                        select p.id, p.name, p.display_name, p.role as general, p.disabled, m.role, m.since
                        from membership m join person p on p.id = m.person
                        where m.roadmap = :roadmap and m.ended_at is null order by p.name
                        """)
                .bind("roadmap", roadmap)
                .map(row -> new Member(
                        new Person(
                                row.getColumn("id", Long.class),
                                row.getColumn("name", String.class),
                                row.getColumn("display_name", String.class),
                                Role.valueOf(row.getColumn("general", String.class)),
                                row.getColumn("disabled", Integer.class) != 0),
                        Role.valueOf(row.getColumn("role", String.class)),
                        Instant.parse(row.getColumn("since", String.class))))
                .list();
    }

    Optional<Role> findRole(Transaction tx, String roadmap, long person) {
        return tx.handle()
                .createQuery("""
                        select role from membership
                        where roadmap = :roadmap and person = :person and ended_at is null
                        """)
                .bind("roadmap", roadmap)
                .bind("person", person)
                .mapTo(String.class)
                .findOne()
                .map(Role::valueOf);
    }

    void begin(Transaction tx, String roadmap, long person, Role role) {
        end(tx, roadmap, person);
        tx.handle()
                .createUpdate("""
                        insert into membership (roadmap, person, role, since)
                        values (:roadmap, :person, :role, :now)
                        """)
                .bind("roadmap", roadmap)
                .bind("person", person)
                .bind("role", role.name())
                .bind("now", Columns.text(tx.now()))
                .execute();
    }

    void end(Transaction tx, String roadmap, long person) {
        tx.handle()
                .createUpdate("""
                        update membership set ended_at = :now
                        where roadmap = :roadmap and person = :person and ended_at is null
                        """)
                .bind("now", Columns.text(tx.now()))
                .bind("roadmap", roadmap)
                .bind("person", person)
                .execute();
    }

    Visibility visibility(Transaction tx, String roadmap) {
        return tx.handle()
                .createQuery("select visibility from roadmap_access where roadmap = :roadmap")
                .bind("roadmap", roadmap)
                .mapTo(String.class)
                .findOne()
                .map(Visibility::valueOf)
                .orElse(Visibility.EVERYONE);
    }

    void show(Transaction tx, String roadmap, Visibility visibility) {
        tx.handle()
                .createUpdate("""
                        insert into roadmap_access (roadmap, visibility) values (:roadmap, :visibility)
                        on conflict (roadmap) do update set visibility = :visibility
                        """)
                .bind("roadmap", roadmap)
                .bind("visibility", visibility.name())
                .execute();
    }
}
