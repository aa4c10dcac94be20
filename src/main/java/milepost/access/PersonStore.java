package milepost.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import milepost.db.Columns;
import milepost.db.Prepared;
import milepost.db.Transaction;
import org.jspecify.annotations.Nullable;

/** People and their credentials in the database. */
final class PersonStore {
    /** Asked for by every request. */
    private static final Prepared HOLDER = Prepared.of("""
            select p.id, p.name, p.display_name, p.role, p.disabled, c.role as limited
            from credential c join person p on p.id = c.person
            where c.kind = :kind and c.hash = :hash and c.ended_at is null and c.expires_at > :now
              and p.disabled = 0
            """);

    /** The roadmaps that a token is limited to. */
    private static final Prepared REACH = Prepared.of("""
            select t.roadmap from token_roadmap t join credential c on c.id = t.credential
            where c.hash = :hash
            """);

    private static final String PERSON = "select p.id, p.name, p.display_name, p.role, p.disabled from person p ";

    /** What a credential lets someone do. */
    enum Kind {
        LINK,
        SESSION,
        TOKEN
    }

    /** A credential that is to be kept, without its secret. */
    record Credential(
            Kind kind,
            String hash,
            long person,
            @Nullable String name,
            @Nullable Role role,
            java.time.Instant expires) {}

    long add(Transaction tx, String name, String displayName, Role role) {
        return tx.handle()
                .createQuery("""
                        insert into person (name, display_name, role, disabled) values (:name, :display, :role, 0)
                        returning id
                        """)
                .bind("name", name)
                .bind("display", displayName)
                .bind("role", role.name())
                .mapTo(Long.class)
                .one();
    }

    List<Person> list(Transaction tx) {
        return tx.handle()
                .createQuery(PERSON + "order by p.name")
                .map((row, context) -> person(row))
                .list();
    }

    Optional<Person> find(Transaction tx, String name) {
        return tx.handle()
                .createQuery(PERSON + "where p.name = :name")
                .bind("name", name)
                .map((row, context) -> person(row))
                .findOne();
    }

    Optional<String> findPassword(Transaction tx, long person) {
        return tx.handle()
                .createQuery("select password from person where id = :id and password is not null")
                .bind("id", person)
                .mapTo(String.class)
                .findOne();
    }

    /** Whether somebody was made by, or is linked to, an identity provider and has no password here. */
    boolean signsInElsewhere(Transaction tx, long person) {
        return tx.handle()
                        .createQuery("""
                        select count(*) from identity i join person p on p.id = i.person
                        where p.id = :id and p.password is null
                        """)
                        .bind("id", person)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    void setPassword(Transaction tx, long person, String hash) {
        tx.handle()
                .createUpdate("update person set password = :hash where id = :id")
                .bind("hash", hash)
                .bind("id", person)
                .execute();
    }

    void disable(Transaction tx, long person) {
        tx.handle()
                .createUpdate("update person set disabled = 1 where id = :id")
                .bind("id", person)
                .execute();
        tx.handle()
                .createUpdate("update credential set ended_at = :now where person = :id and ended_at is null")
                .bind("now", Columns.text(tx.now()))
                .bind("id", person)
                .execute();
    }

    void enable(Transaction tx, long person) {
        tx.handle()
                .createUpdate("update person set disabled = 0 where id = :id")
                .bind("id", person)
                .execute();
    }

    void changeRole(Transaction tx, long person, Role role) {
        tx.handle()
                .createUpdate("update person set role = :role where id = :id")
                .bind("role", role.name())
                .bind("id", person)
                .execute();
    }

    void keep(Transaction tx, Credential credential) {
        tx.handle()
                .createUpdate("""
                        insert into credential (kind, hash, person, name, role, created_at, expires_at)
                        values (:kind, :hash, :person, :name, :role, :now, :expires)
                        """)
                .bind("kind", credential.kind().name())
                .bind("hash", credential.hash())
                .bind("person", credential.person())
                .bind("name", credential.name())
                .bind(
                        "role",
                        credential.role() == null ? null : credential.role().name())
                .bind("now", Columns.text(tx.now()))
                .bind("expires", Columns.text(credential.expires()))
                .execute();
    }

    /** Notes that a one-time link began this session. */
    void byLink(Transaction tx, String hash) {
        tx.handle()
                .createUpdate("update credential set by_link = 1 where hash = :hash")
                .bind("hash", hash)
                .execute();
    }

    boolean isByLink(Transaction tx, String hash) {
        return tx.handle()
                        .createQuery("select count(id) from credential where hash = :hash and by_link = 1")
                        .bind("hash", hash)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** A token that has neither ended nor expired. */
    Optional<People.Held> findToken(Transaction tx, String hash) {
        return holder(tx, Kind.TOKEN, hash)
                .findFirst(row -> new People.Held(person(row), Role.valueOf(row.getString("limited")), null))
                .map(held -> limited(tx, held, hash));
    }

    private static People.Held limited(Transaction tx, People.Held held, String hash) {
        List<String> roadmaps = REACH.in(tx).bind("hash", hash).list(row -> row.getString(1));
        return roadmaps.isEmpty() ? held : new People.Held(held.person(), held.role(), Set.copyOf(roadmaps));
    }

    /** The roles that a person has on single roadmaps. */
    Set<Role> rolesOnRoadmaps(Transaction tx, long person) {
        return tx.handle()
                .createQuery("select distinct role from membership where person = :person and ended_at is null")
                .bind("person", person)
                .mapTo(String.class)
                .map(Role::valueOf)
                .set();
    }

    /** Limits a credential that was just kept to some roadmaps; none for no limit. */
    void limit(Transaction tx, Credential credential, Set<String> roadmaps) {
        for (String roadmap : roadmaps) {
            tx.handle()
                    .createUpdate("""
                            insert into token_roadmap (credential, roadmap)
                            select id, :roadmap from credential where hash = :hash
                            """)
                    .bind("roadmap", roadmap)
                    .bind("hash", credential.hash())
                    .execute();
        }
    }

    /** The person of a credential that has neither ended nor expired. */
    Optional<Person> findHolder(Transaction tx, Kind kind, String hash) {
        return holder(tx, kind, hash).findFirst(PersonStore::person);
    }

    private static Prepared.Call holder(Transaction tx, Kind kind, String hash) {
        return HOLDER.in(tx).bind("kind", kind.name()).bind("hash", hash).bind("now", Columns.text(tx.now()));
    }

    /** Whether a credential of this name is still good. */
    boolean lives(Transaction tx, Kind kind, String name) {
        return tx.handle()
                        .createQuery("""
                        select count(id) from credential
                        where kind = :kind and name = :name and ended_at is null and expires_at > :now
                        """)
                        .bind("kind", kind.name())
                        .bind("name", name)
                        .bind("now", Columns.text(tx.now()))
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Ends credentials of this hash or, for tokens, of this name; returns how many. */
    int end(Transaction tx, Kind kind, String hashOrName) {
        return tx.handle()
                .createUpdate("""
                        update credential set ended_at = :now
                        where kind = :kind and (hash = :which or name = :which) and ended_at is null
                        """)
                .bind("now", Columns.text(tx.now()))
                .bind("kind", kind.name())
                .bind("which", hashOrName)
                .execute();
    }

    /** Ends a person's links and sessions but for the one of this hash. */
    void endOthers(Transaction tx, long person, String hash) {
        tx.handle()
                .createUpdate("""
                        update credential set ended_at = :now
                        where person = :person and kind in ('LINK', 'SESSION') and hash <> :hash and ended_at is null
                        """)
                .bind("now", Columns.text(tx.now()))
                .bind("person", person)
                .bind("hash", hash)
                .execute();
    }

    static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getLong("id"),
                row.getString("name"),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")),
                row.getLong("disabled") != 0);
    }
}
