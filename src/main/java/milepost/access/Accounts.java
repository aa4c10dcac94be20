package milepost.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import milepost.db.Database;
import milepost.db.Trail;
import milepost.db.Transaction;
import milepost.facts.Problem;
import org.jspecify.annotations.Nullable;

/** The use cases of administrators, and of people about their own sessions and tokens. Every deed is in the audit trail. */
public final class Accounts {
    /** Who acts when a command does. */
    public static final String COMMAND = "command line";

    private static final Duration LINK = Duration.ofHours(24);
    private static final Duration TOKEN = Duration.ofDays(365);
    private static final int LONGEST_NAME = 60;

    private final Database database;
    private final PersonStore store = new PersonStore();
    private final CredentialStore credentials = new CredentialStore();
    private final Secrets secrets = new Secrets();

    public Accounts(Database database) {
        this.database = database;
    }

    /** Everybody, ordered by name. */
    public List<Person> list() {
        return database.read(store::list);
    }

    /** NOT_FOUND when there is nobody of this name. */
    public Person person(String name) {
        return database.read(tx -> known(tx, name));
    }

    /** INVALID with the fields concerned, CONFLICT when the name is taken. */
    public Person add(String by, String name, String displayName, Role role) {
        if (!name.matches("[a-z0-9][a-z0-9._@-]{1,59}")) {
            throw Problem.of("name", "A name has 2 to 60 small letters, digits, dots, dashes or @.");
        }
        if (displayName.isBlank() || displayName.length() > LONGEST_NAME) {
            throw Problem.of("displayName", "The name as shown has 1 to " + LONGEST_NAME + " characters.");
        }
        return database.write(tx -> {
            if (store.find(tx, name).isPresent()) {
                String sentence = "There is already somebody called " + name + ".";
                throw new Problem(Problem.Kind.CONFLICT, sentence, List.of(new Problem.FieldError("name", sentence)));
            }
            Trail.add(tx, Trail.Deed.of(Trail.Kind.PERSON, by, name, "added as " + words(role)));
            return new Person(store.add(tx, name, displayName, role), name, displayName, role, false);
        });
    }

    /** Nobody can sign in under this name any more; sessions, links and tokens end. CONFLICT when it is oneself. */
    public void disable(String by, String name) {
        database.write(tx -> {
            Person person = known(tx, name);
            other(by, name, "disable");
            stays(tx, person);
            store.disable(tx, person.id());
            Trail.add(tx, Trail.Deed.of(Trail.Kind.PERSON, by, name, "disabled"));
            return null;
        });
    }

    /** The person can sign in again, with the password of before or with a new link. */
    public void enable(String by, String name) {
        database.write(tx -> {
            store.enable(tx, known(tx, name).id());
            Trail.add(tx, Trail.Deed.of(Trail.Kind.PERSON, by, name, "enabled"));
            return null;
        });
    }

    /** The person has another role from the next request on; tokens above it end. CONFLICT when it is oneself. */
    public void changeRole(String by, String name, Role role) {
        database.write(tx -> {
            Person person = known(tx, name);
            if (person.role() == role) {
                return null;
            }
            other(by, name, "change the role of");
            if (role != Role.ADMIN) {
                stays(tx, person);
            }
            store.changeRole(tx, person.id(), role);
            credentials.living(tx, person.id(), PersonStore.Kind.TOKEN).stream()
                    .filter(token -> token.role() != null && !role.covers(token.role()))
                    .forEach(token -> credentials.end(tx, token.id()));
            Trail.add(tx, Trail.Deed.of(Trail.Kind.PERSON, by, name, words(person.role()) + " became " + words(role)));
            return null;
        });
    }

    /** A link token that signs in once, within a day: for an invitation or in place of a forgotten password. */
    public String link(String by, String name) {
        return database.write(tx -> {
            Person person = enabled(tx, name, "link");
            String secret = secrets.create();
            store.keep(
                    tx,
                    new PersonStore.Credential(
                            PersonStore.Kind.LINK,
                            Secrets.hash(secret),
                            person.id(),
                            null,
                            null,
                            tx.now().plus(LINK)));
            Trail.add(tx, Trail.Deed.of(Trail.Kind.LINK, by, name, "one-time link made"));
            return secret;
        });
    }

    /**
     * What a token shall be.
     *
     * @param role the most it may do
     * @param expires null for a year
     * @param roadmaps keys of the only ones it reaches; none for all that its person reaches
     */
    public record Wish(Role role, String label, @Nullable Instant expires, Set<String> roadmaps) {}

    /**
     * A token for programs.
     *
     * @throws Problem FORBIDDEN when the role is above all that the person has, CONFLICT when its name is taken, INVALID
     */
    public String token(String by, String name, Wish wish) {
        String label = wish.label();
        if (label.isBlank() || label.length() > LONGEST_NAME) {
            throw Problem.of("label", "The name of a token has 1 to " + LONGEST_NAME + " characters.");
        }
        return database.write(tx -> {
            Person person = enabled(tx, name, "token");
            boolean covered = person.role().covers(wish.role())
                    || store.rolesOnRoadmaps(tx, person.id()).stream().anyMatch(role -> role.covers(wish.role()));
            if (!covered) {
                String sentence = "A token of " + name + " cannot have the role " + wish.role() + ".";
                throw new Problem(Problem.Kind.FORBIDDEN, sentence, List.of(new Problem.FieldError("role", sentence)));
            }
            Instant end = wish.expires() == null ? tx.now().plus(TOKEN) : wish.expires();
            if (!end.isAfter(tx.now())) {
                throw Problem.of("expires", "The token would have ended before it begins; choose a later day.");
            }
            if (store.lives(tx, PersonStore.Kind.TOKEN, label)) {
                String sentence = "There is already a token called " + label + "; revoke it or choose another name.";
                throw new Problem(Problem.Kind.CONFLICT, sentence, List.of(new Problem.FieldError("label", sentence)));
            }
            String secret = secrets.create();
            PersonStore.Credential credential = new PersonStore.Credential(
                    PersonStore.Kind.TOKEN, Secrets.hash(secret), person.id(), label, wish.role(), end);
            store.keep(tx, credential);
            store.limit(tx, credential, wish.roadmaps());
            Trail.add(tx, Trail.Deed.of(Trail.Kind.TOKEN, by, name, "token " + label + " made, as " + words(wish)));
            return secret;
        });
    }

    /** NOT_FOUND when no living token has this name. */
    public void revokeToken(String by, String label) {
        database.write(tx -> {
            if (store.end(tx, PersonStore.Kind.TOKEN, label) == 0) {
                throw new Problem(Problem.Kind.NOT_FOUND, "There is no token called " + label + ".");
            }
            Trail.add(tx, Trail.Deed.of(Trail.Kind.TOKEN, by, label, "token revoked"));
            return null;
        });
    }

    /** The sessions of a person that are still good, newest first. */
    public List<Access> sessions(String name) {
        return database.read(tx -> credentials.living(tx, known(tx, name).id(), PersonStore.Kind.SESSION));
    }

    /** The tokens of a person that are still good, newest first. */
    public List<Access> tokens(String name) {
        return database.read(tx -> credentials.living(tx, known(tx, name).id(), PersonStore.Kind.TOKEN));
    }

    /** Ends every session and token of this person. */
    public void endAll(String by, String name) {
        database.write(tx -> {
            List<Access> living = credentials.living(tx, known(tx, name).id(), null);
            living.forEach(access -> credentials.end(tx, access.id()));
            if (!living.isEmpty()) {
                Trail.add(tx, Trail.Deed.of(Trail.Kind.SESSION, by, name, "every session and token ended"));
            }
            return null;
        });
    }

    /** Ends every session and one-time link of this person but for the session that asks. */
    public void endOthers(String name, String session) {
        database.write(tx -> {
            store.endOthers(tx, known(tx, name).id(), Secrets.hash(session));
            Trail.add(tx, Trail.Deed.of(Trail.Kind.SESSION, name, name, "signed out everywhere else"));
            return null;
        });
    }

    /** Ends one session or token of this person; NOT_FOUND when it is not theirs or has ended. */
    public void end(String by, String name, long access) {
        database.write(tx -> {
            Access ended = credentials.living(tx, known(tx, name).id(), null).stream()
                    .filter(a -> a.id() == access)
                    .findFirst()
                    .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "This has ended already."));
            credentials.end(tx, ended.id());
            boolean token = ended.name() != null;
            Trail.add(
                    tx,
                    Trail.Deed.of(
                            token ? Trail.Kind.TOKEN : Trail.Kind.SESSION,
                            by,
                            name,
                            token ? "token " + ended.name() + " revoked" : "session ended"));
            return null;
        });
    }

    private static void other(String by, String name, String what) {
        if (by.equals(name)) {
            throw new Problem(
                    Problem.Kind.CONFLICT, "You cannot " + what + " yourself; ask another administrator to do it.");
        }
    }

    /** Somebody must be left who can look after people. */
    private void stays(Transaction tx, Person leaving) {
        boolean last = leaving.role() == Role.ADMIN
                && store.list(tx).stream()
                        .noneMatch(p -> p.id() != leaving.id() && p.role() == Role.ADMIN && !p.disabled());
        if (last) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    leaving.name() + " is the last administrator; make somebody else one first.");
        }
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

    private static String words(Wish wish) {
        String where = wish.roadmaps().isEmpty() ? "" : " of " + String.join(", ", new TreeSet<>(wish.roadmaps()));
        return words(wish.role()) + where;
    }

    private static String words(Role role) {
        return role.name().toLowerCase(java.util.Locale.ROOT);
    }
}
