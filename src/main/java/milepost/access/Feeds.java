package milepost.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import milepost.db.Database;
import milepost.db.Trail;
import milepost.facts.Problem;

/**
 * Secret addresses from which programs that cannot sign in read for one person: calendar programs one roadmap, readers of feeds the
 * list of flags.
 */
public final class Feeds {
    /** What stands for the list of flags in place of a roadmap; no roadmap has such a key. */
    public static final String FLAGS = "*flags";

    private final Database database;
    private final FeedStore store = new FeedStore();
    private final Secrets secrets = new Secrets();

    Feeds(Database database) {
        this.database = database;
    }

    /** An address that is in use. */
    public record Feed(long id, String roadmap, Instant createdAt) {}

    /** The secret part of a new address; it is returned once and stored as a hash. */
    public String create(Person person, String roadmap) {
        String secret = secrets.create();
        database.write(tx -> {
            store.add(tx, person.id(), roadmap, Secrets.hash(secret));
            Trail.add(
                    tx,
                    deed(
                            person,
                            roadmap.equals(FLAGS) ? "feed address made" : "calendar address of " + roadmap + " made"));
            return null;
        });
        return secret;
    }

    /** The person's addresses for a roadmap, oldest first. */
    public List<Feed> list(Person person, String roadmap) {
        return database.read(tx -> store.list(tx, person.id(), roadmap));
    }

    /** NOT_FOUND when the person has no such address. */
    public void end(Person person, long id) {
        database.write(tx -> {
            if (store.end(tx, person.id(), id) == 0) {
                throw new Problem(Problem.Kind.NOT_FOUND, "This address has ended already.");
            }
            Trail.add(tx, deed(person, "calendar or feed address ended"));
            return null;
        });
    }

    private static Trail.Deed deed(Person person, String what) {
        return Trail.Deed.of(Trail.Kind.TOKEN, person.name(), person.name(), what);
    }

    /** An address in use, and for whom it reads. */
    public record Held(Person person, String roadmap) {}

    /** The address with this secret, while neither it nor its person has been ended. Whether the person still sees the roadmap is for the asker to find out. */
    public Optional<Held> find(String secret) {
        return database.read(tx -> store.find(tx, Secrets.hash(secret)));
    }
}
