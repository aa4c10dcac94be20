package milepost.access.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import milepost.access.People;
import milepost.access.Person;
import milepost.access.Role;
import milepost.db.Database;
import milepost.db.Trail;
import milepost.db.Transaction;
import milepost.facts.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in through the identity provider, and who of it is whom here. */
public final class SignOn {
    private static final Logger LOG = LoggerFactory.getLogger(SignOn.class);
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final String BY = "identity provider";

    private final Database database;
    private final People people;
    private final OpenIdSettings settings;
    private final Provider provider;
    private final SignOnStore store = new SignOnStore();

    public SignOn(Database database, People people, OpenIdSettings settings) {
        this.database = database;
        this.people = people;
        this.settings = settings;
        this.provider = new Provider(settings);
    }

    /** A sign-in that has begun: what must come back with its answer, and where to go afterwards. */
    record Attempt(String nonce, String verifier, String redirect, String next) {}

    /**
     * Where a sign-in goes on.
     *
     * @param address at the provider
     * @param browser to be kept by the browser until it comes back
     */
    public record Begun(URI address, String browser) {}

    /** A session, and the page that was wanted. */
    public record Done(String session, String next) {}

    /** How the provider is called on the button. */
    public String name() {
        return settings.name();
    }

    /**
     * Begins a sign-in.
     *
     * @param redirect where the provider sends the browser back to
     * @param next page of this site that was wanted
     */
    public Begun begin(String redirect, String next) {
        Attempt attempt = new Attempt(new Nonce().getValue(), new CodeVerifier().getValue(), redirect, next);
        String state = new State().getValue();
        String browser = new State().getValue();
        try {
            URI address = provider.address(attempt, state);
            database.write(tx -> {
                store.begin(
                        tx,
                        people.mark(state),
                        people.mark(browser),
                        attempt,
                        tx.now().plus(GOOD_FOR));
                return null;
            });
            return new Begun(address, browser);
        } catch (Provider.NotBelieved e) {
            LOG.warn("sign-in cannot begin: {}", e.getMessage());
            throw refused(name() + " cannot be reached. Sign in with name and password, or try again later.");
        }
    }

    /**
     * Ends a sign-in with the answer of the provider.
     *
     * @param answer the address the browser came back to, with its query
     * @param browser what the browser kept
     * @throws Problem FORBIDDEN with a sentence for the person
     */
    public Done finish(URI answer, @Nullable String state, String browser) {
        Attempt attempt = database.write(
                        tx -> store.take(tx, people.mark(state == null ? "" : state), people.mark(browser)))
                .orElseThrow(
                        () -> refused(
                                "This sign-in was not begun in this browser, was used before or took longer than ten minutes. Begin again."));
        Verdict verdict;
        try {
            Claims claims = provider.redeem(answer, attempt);
            verdict = database.write(tx -> judged(tx, claims));
        } catch (Provider.NotBelieved e) {
            LOG.warn("sign-in refused: {}", e.getMessage());
            verdict = Verdict.no("nobody known", "Signing in with " + name() + " did not work. Begin again.");
        }
        String refusal = verdict.refusal();
        if (refusal != null) {
            note(verdict.who());
            throw refused(refusal);
        }
        return new Done(people.open(verdict.who(), "with " + name()), attempt.next());
    }

    /** The subject that a person is linked to. */
    public Optional<String> findSubject(Person person) {
        return database.read(tx -> store.findSubject(tx, issuer(), person.id()));
    }

    /** Lets a subject of the provider sign in as somebody; CONFLICT when it is somebody's already. */
    public void link(String by, Person person, String subject) {
        if (subject.isBlank() || subject.length() > 255) {
            throw Problem.of("subject", "Enter the subject as the provider tells it, 1 to 255 characters.");
        }
        database.write(tx -> {
            store.findPerson(tx, issuer(), subject).ifPresent(other -> {
                throw new Problem(Problem.Kind.CONFLICT, "This subject is linked to " + other + " already.");
            });
            store.unlink(tx, issuer(), person.id());
            store.link(tx, issuer(), subject, person.id());
            Trail.add(tx, deed(by, person.name(), "linked to " + subject + " of " + name()));
            return null;
        });
    }

    /** Nobody of the provider signs in as this person any more. */
    public void unlink(String by, Person person) {
        database.write(tx -> {
            if (store.unlink(tx, issuer(), person.id()) > 0) {
                Trail.add(tx, deed(by, person.name(), "no longer linked to " + name()));
            }
            return null;
        });
    }

    /** Who signs in, by name, or why they do not. */
    private record Verdict(String who, @Nullable String refusal) {
        static Verdict no(String who, String refusal) {
            return new Verdict(who, refusal);
        }
    }

    private Verdict judged(Transaction tx, Claims claims) {
        Role role = settings.role(claims.groups());
        String known = store.findPerson(tx, claims.issuer(), claims.subject()).orElse(null);
        if (known != null) {
            return returning(people.accounts().person(known), role);
        }
        if (role == null) {
            return Verdict.no("nobody known", "You belong to no group of " + name() + " that may use this server.");
        }
        String name = claims.name();
        if (people.list().stream().anyMatch(p -> p.name().equals(name))) {
            return Verdict.no(
                    "nobody known",
                    "There is somebody called " + name + " here already. If that is you, ask an administrator to link"
                            + " the account to the subject " + claims.subject() + " of " + name() + ".");
        }
        Person added = people.accounts().add(BY, name, claims.displayName(), role);
        store.link(tx, claims.issuer(), claims.subject(), added.id());
        return new Verdict(name, null);
    }

    /** The groups decide at each sign-in; who has none left loses the role and every session and token. */
    private Verdict returning(Person person, @Nullable Role role) {
        if (person.disabled()) {
            return Verdict.no(person.name(), "Your account here is disabled; ask an administrator.");
        }
        give(person, role == null ? Role.VIEWER : role);
        if (role == null) {
            people.accounts().endAll(BY, person.name());
            return Verdict.no(
                    person.name(), "You belong to no group of " + name() + " any more that may use this server.");
        }
        return new Verdict(person.name(), null);
    }

    /** The last administrator stays one, so that somebody can still look after people. */
    private void give(Person person, Role role) {
        List<Person> admins = people.list().stream()
                .filter(p -> p.role() == Role.ADMIN && !p.disabled())
                .toList();
        boolean last = person.role() == Role.ADMIN && admins.size() == 1;
        if (!last) {
            people.accounts().changeRole(BY, person.name(), role);
        }
    }

    private void note(String who) {
        database.write(tx -> {
            Trail.add(tx, Trail.Deed.of(Trail.Kind.REFUSED_SIGN_IN, who, who, "with " + name()));
            return null;
        });
    }

    private static Trail.Deed deed(String by, String subject, String detail) {
        return Trail.Deed.of(Trail.Kind.PERSON, by, subject, detail);
    }

    private String issuer() {
        return settings.issuer().toString();
    }

    private static Problem refused(String sentence) {
        return new Problem(Problem.Kind.FORBIDDEN, sentence);
    }
}
