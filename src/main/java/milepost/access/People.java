package milepost.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import milepost.access.again.KeptAnswers;
import milepost.db.Database;
import milepost.db.Trail;
import milepost.db.Transaction;
import milepost.facts.Problem;
import org.jspecify.annotations.Nullable;

/** Signing in and out, and who a request is from. Every secret is returned once and stored as a hash. */
public final class People {
    private static final Duration SESSION = Duration.ofHours(12);

    private final Database database;
    private final PersonStore store = new PersonStore();
    private final Passwords passwords = new Passwords();
    private final Secrets secrets = new Secrets();
    private final Throttle throttle = new Throttle();
    private final Accounts accounts;
    private final AuditTrail trail;
    private final KeptAnswers answers;

    private final AcceptLimits limits;

    public People(Database database) {
        this(database, AcceptLimits.none());
    }

    public People(Database database, AcceptLimits limits) {
        this.database = database;
        this.accounts = new Accounts(database);
        this.trail = new AuditTrail(database);
        this.answers = new KeptAnswers(database);
        this.limits = limits;
    }

    /** Up to which severity people of each role may accept flags. */
    public AcceptLimits acceptLimits() {
        return limits;
    }

    /** What was answered to programs that may ask again. */
    public KeptAnswers answers() {
        return answers;
    }

    /** The addresses that calendar programs read from. */
    public Feeds feeds() {
        return new Feeds(database);
    }

    /** What administrators do with people, and people with their own sessions and tokens. */
    public Accounts accounts() {
        return accounts;
    }

    /** What people and programs did. */
    public AuditTrail trail() {
        return trail;
    }

    /** The mark under which a session is listed among those of its person. */
    public String mark(String session) {
        return Secrets.hash(session);
    }

    /** As {@link Accounts#add}, by the command line. */
    public Person add(String name, String displayName, Role role) {
        return accounts.add(Accounts.COMMAND, name, displayName, role);
    }

    /** The person of this name who can sign in; INVALID naming the field when there is none. */
    public Person active(String field, String name) {
        return findActive(name).orElseThrow(() -> {
            String message = "There is nobody called " + name + " who can sign in.";
            return new Problem(Problem.Kind.INVALID, message, List.of(new Problem.FieldError(field, message)));
        });
    }

    /** The person of this name, if there is one who can sign in. */
    public Optional<Person> findActive(String name) {
        return database.read(tx -> store.find(tx, name)).filter(person -> !person.disabled());
    }

    /** Everybody, ordered by name. */
    public List<Person> list() {
        return accounts.list();
    }

    /** As {@link Accounts#disable}, by the command line. */
    public void disable(String name) {
        accounts.disable(Accounts.COMMAND, name);
    }

    /** As {@link Accounts#link}, by the command line. */
    public String link(String name) {
        return accounts.link(Accounts.COMMAND, name);
    }

    /** As {@link Accounts#token}, by the command line. */
    public String token(String name, Role role, String label, @Nullable Instant expires) {
        return accounts.token(Accounts.COMMAND, name, new Accounts.Wish(role, label, expires, Set.of()));
    }

    /** As {@link Accounts#token}, by the command line. */
    public String token(String name, Accounts.Wish wish) {
        return accounts.token(Accounts.COMMAND, name, wish);
    }

    /** As {@link Accounts#revokeToken}, by the command line. */
    public void revokeToken(String label) {
        accounts.revokeToken(Accounts.COMMAND, label);
    }

    /** The person of a token that is still good, with the role it gives. */
    public Optional<Person> findByToken(String token) {
        return findToken(token).map(held -> held.person().as(held.role()));
    }

    /** A token that is still good. */
    public Optional<Held> findToken(String token) {
        return database.read(tx -> store.findToken(tx, Secrets.hash(token)));
    }

    /**
     * A token in the hand of a program.
     *
     * @param person whose it is, with their own role
     * @param role the most it may do
     * @param roadmaps the only ones it reaches; null for all that the person reaches
     */
    public record Held(Person person, Role role, @Nullable Set<String> roadmaps) {}

    public Optional<Person> findBySession(String session) {
        return database.read(tx -> store.findHolder(tx, PersonStore.Kind.SESSION, Secrets.hash(session)));
    }

    /**
     * A new session; FORBIDDEN with one sentence whichever of the two is wrong, or after too many attempts.
     *
     * @param address where the attempt comes from
     */
    public String signIn(String name, String password, String address) {
        Instant now = database.read(Transaction::now);
        throttle.require(name, address, now);
        Person person = database.read(tx -> store.find(tx, name))
                .filter(p -> !p.disabled())
                .orElse(null);
        String hash = person == null
                ? null
                : database.read(tx -> store.findPassword(tx, person.id())).orElse(null);
        if (!passwords.matches(password, hash) || person == null) {
            throttle.failed(name, address, now);
            refused(person, address);
            throw new Problem(Problem.Kind.FORBIDDEN, "The name or the password is not right.");
        }
        return database.write(tx -> session(tx, person, "with a password, from " + address));
    }

    /** What was typed as a name can be a password by mistake: it is written down only when it is somebody's. */
    private void refused(@Nullable Person person, String address) {
        String who = person == null ? "nobody known" : person.name();
        database.write(tx -> {
            Trail.add(tx, Trail.Deed.of(Trail.Kind.REFUSED_SIGN_IN, who, who, "from " + address));
            return null;
        });
    }

    /** A new session for somebody who has shown elsewhere who they are; FORBIDDEN when they are disabled. */
    public String open(String name, String how) {
        return database.write(tx -> {
            Person person = store.find(tx, name)
                    .filter(p -> !p.disabled())
                    .orElseThrow(() -> new Problem(Problem.Kind.FORBIDDEN, "Nobody called " + name + " may sign in."));
            return session(tx, person, how);
        });
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
            String session = session(tx, person, "with a one-time link");
            store.byLink(tx, Secrets.hash(session));
            return session;
        });
    }

    /** Whether a password is changed only by whoever knows the one of now: not in a session that a one-time link began. */
    public boolean mustConfirm(Person person, String session) {
        return database.read(
                tx -> store.findPassword(tx, person.id()).isPresent() && !store.isByLink(tx, Secrets.hash(session)));
    }

    /** INVALID when the password of now is owed and is another, TooMany after too many attempts. */
    public void confirm(Person person, String session, String password) {
        if (!mustConfirm(person, session)) {
            return;
        }
        Instant now = database.read(Transaction::now);
        String place = "password of " + person.name();
        throttle.require(place, place, now);
        String hash = database.read(tx -> store.findPassword(tx, person.id())).orElse(null);
        if (!passwords.matches(password, hash)) {
            throttle.failed(place, place, now);
            throw Problem.of("current", "The password you have now is another. Enter it to choose a new one.");
        }
    }

    /** INVALID when it is a bad password; the person's links and sessions end, but for the one that sets it. */
    public void setPassword(Person person, String password, String session) {
        if (database.read(tx -> store.signsInElsewhere(tx, person.id()))) {
            throw Problem.of(
                    "password",
                    "You sign in through an identity provider, which decides whether you may; there is no password here.");
        }
        String hash = passwords.hash(password, person);
        database.write(tx -> {
            store.setPassword(tx, person.id(), hash);
            store.endOthers(tx, person.id(), Secrets.hash(session));
            Trail.add(
                    tx,
                    Trail.Deed.of(Trail.Kind.PASSWORD, person.name(), person.name(), "chosen; other sessions ended"));
            return null;
        });
    }

    public void signOut(String session) {
        database.write(tx -> {
            store.findHolder(tx, PersonStore.Kind.SESSION, Secrets.hash(session))
                    .ifPresent(person ->
                            Trail.add(tx, Trail.Deed.of(Trail.Kind.SIGN_OUT, person.name(), person.name(), "")));
            return store.end(tx, PersonStore.Kind.SESSION, Secrets.hash(session));
        });
    }

    private String session(Transaction tx, Person person, String how) {
        String secret = secrets.create();
        Instant end = tx.now().plus(SESSION);
        store.keep(
                tx,
                new PersonStore.Credential(
                        PersonStore.Kind.SESSION, Secrets.hash(secret), person.id(), null, null, end));
        Trail.add(tx, Trail.Deed.of(Trail.Kind.SIGN_IN, person.name(), person.name(), how));
        return secret;
    }
}
