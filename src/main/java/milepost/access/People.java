package milepost.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import milepost.db.Database;
import milepost.db.Transaction;
import milepost.facts.Problem;
import org.jspecify.annotations.Nullable;

/** The use cases of access: people, sign-in, sessions, tokens. Every secret is returned once and stored as a hash. */
public final class People {
    private static final Duration SESSION = Duration.ofHours(12);
    private static final Duration LINK = Duration.ofHours(24);

    private final Database database;
    private final PersonStore store = new PersonStore();
    private final Passwords passwords = new Passwords();
    private final Secrets secrets = new Secrets();
    private final Throttle throttle = new Throttle();

    public People(Database database) {
        this.database = database;
    }

    /** INVALID when the name cannot be used, CONFLICT when it is taken. */
    public Person add(String name, String displayName, Role role) {
        if (!name.matches("[a-z0-9][a-z0-9._@-]{1,59}")) {
            throw new Problem(Problem.Kind.INVALID, "A name has 2 to 60 small letters, digits, dots, dashes or @.");
        }
        return database.write(tx -> {
            if (store.find(tx, name).isPresent()) {
                throw new Problem(Problem.Kind.CONFLICT, "There is already somebody called " + name + ".");
            }
            return new Person(store.add(tx, name, displayName, role), name, displayName, role, false);
        });
    }

    public List<Person> list() {
        return database.read(store::list);
    }

    /** Nobody can sign in under this name any more; sessions and tokens end. */
    public void disable(String name) {
        database.write(tx -> {
            store.disable(tx, known(tx, name).id());
            return null;
        });
    }

    /** A link token that signs in once, within a day. */
    public String link(String name) {
        return database.write(tx -> issue(
                tx,
                PersonStore.Kind.LINK,
                enabled(tx, name, "link"),
                null,
                tx.now().plus(LINK)));
    }

    /** A token for programs; FORBIDDEN when the role is above the person's own, CONFLICT when its name is taken. */
    public String token(String name, Role role, String label, @Nullable Instant expires) {
        return database.write(tx -> {
            Person person = enabled(tx, name, "token");
            if (!person.role().covers(role)) {
                throw new Problem(Problem.Kind.FORBIDDEN, "A token of " + name + " cannot have the role " + role + ".");
            }
            Instant end = expires == null ? tx.now().plus(Duration.ofDays(365)) : expires;
            if (!end.isAfter(tx.now())) {
                throw new Problem(
                        Problem.Kind.INVALID, "The token would have ended before it begins; choose a later day.");
            }
            if (store.lives(tx, PersonStore.Kind.TOKEN, label)) {
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "There is already a token called " + label + "; revoke it or choose another name.");
            }
            String secret = secrets.create();
            store.keep(
                    tx,
                    new PersonStore.Credential(
                            PersonStore.Kind.TOKEN, Secrets.hash(secret), person.id(), label, role, end));
            return secret;
        });
    }

    /** NOT_FOUND when no living token has this name. */
    public void revokeToken(String label) {
        int ended = database.write(tx -> store.end(tx, PersonStore.Kind.TOKEN, label));
        if (ended == 0) {
            throw new Problem(Problem.Kind.NOT_FOUND, "There is no token called " + label + ".");
        }
    }

    public Optional<Person> findByToken(String token) {
        return database.read(tx -> store.findHolder(tx, PersonStore.Kind.TOKEN, Secrets.hash(token)));
    }

    public Optional<Person> findBySession(String session) {
        return database.read(tx -> store.findHolder(tx, PersonStore.Kind.SESSION, Secrets.hash(session)));
    }

    /** A new session; FORBIDDEN with one sentence whichever of the two is wrong. */
    public String signIn(String name, String password) {
        Instant now = database.read(Transaction::now);
        if (throttle.blocked(name, now)) {
            throw new Problem(Problem.Kind.FORBIDDEN, "Too many attempts for this name. Try again in 15 minutes.");
        }
        Person person = database.read(tx -> store.find(tx, name))
                .filter(p -> !p.disabled())
                .orElse(null);
        String hash = person == null
                ? null
                : database.read(tx -> store.findPassword(tx, person.id())).orElse(null);
        if (!passwords.matches(password, hash) || person == null) {
            throttle.failed(name, now);
            throw new Problem(Problem.Kind.FORBIDDEN, "The name or the password is not right.");
        }
        return database.write(
                tx -> issue(tx, PersonStore.Kind.SESSION, person, null, tx.now().plus(SESSION)));
    }

    /** A new session for a link that has not been used; FORBIDDEN otherwise. */
    public String signInWithLink(String token) {
        String hash = Secrets.hash(token);
        return database.write(tx -> {
            Person person = store.findHolder(tx, PersonStore.Kind.LINK, hash)
                    .orElseThrow(() -> new Problem(
                            Problem.Kind.FORBIDDEN,
                            "This link was used before or is older than a day. Ask for a new one."));
            store.end(tx, PersonStore.Kind.LINK, hash);
            return issue(tx, PersonStore.Kind.SESSION, person, null, tx.now().plus(SESSION));
        });
    }

    /** INVALID when it is a bad password; the person's links and sessions end, but for the one that sets it. */
    public void setPassword(Person person, String password, String session) {
        String hash = passwords.hash(password, person);
        database.write(tx -> {
            store.setPassword(tx, person.id(), hash);
            store.endOthers(tx, person.id(), Secrets.hash(session));
            return null;
        });
    }

    public void signOut(String session) {
        database.write(tx -> store.end(tx, PersonStore.Kind.SESSION, Secrets.hash(session)));
    }

    private String issue(Transaction tx, PersonStore.Kind kind, Person person, @Nullable Role role, Instant expires) {
        String secret = secrets.create();
        store.keep(tx, new PersonStore.Credential(kind, Secrets.hash(secret), person.id(), null, role, expires));
        return secret;
    }

    private Person enabled(Transaction tx, String name, String what) {
        Person person = known(tx, name);
        if (person.disabled()) {
            throw new Problem(Problem.Kind.CONFLICT, name + " is disabled and can have no " + what + ".");
        }
        return person;
    }

    private Person known(Transaction tx, String name) {
        return store.find(tx, name)
                .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is nobody called " + name + "."));
    }
}
