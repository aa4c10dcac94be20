package milepost.access.link;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import milepost.access.Person;
import milepost.access.Role;
import milepost.access.Secrets;
import milepost.access.member.Memberships;
import milepost.db.Database;
import milepost.db.Trail;
import milepost.facts.Problem;

/** Links for messages: whoever has one reports once about a milestone in the name of the person it was made for. */
public final class UpdateLinks {
    /** As long as the longest wait between two messages about the same report. */
    public static final Duration LIFE = Duration.ofDays(14);

    private final Database database;
    private final Memberships members;
    private final UpdateLinkStore store = new UpdateLinkStore();
    private final Secrets secrets = new Secrets();

    public UpdateLinks(Database database) {
        this.database = database;
        this.members = new Memberships(database);
    }

    /**
     * A link that was just made.
     *
     * @param secret the last part of its address, {@code /update/SECRET}; it is told once and stored as a hash
     */
    public record Made(long id, String secret) {
        @Override
        public String toString() {
            return "link " + id;
        }
    }

    /** A new link; FORBIDDEN for someone who may not report about milestones of that roadmap. */
    public Made create(Person person, String roadmap, String milestone) {
        if (person.disabled() || !may(person, roadmap)) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN, person.name() + " may not report about milestones of " + roadmap + ".");
        }
        String secret = secrets.create();
        return database.write(tx -> {
            UpdateLink link =
                    new UpdateLink(0, person, roadmap, milestone, tx.now().plus(LIFE));
            long id = store.add(tx, link, Secrets.hash(secret));
            Trail.add(tx, deed(person, "link to report about " + milestone + " of " + roadmap + " made"));
            return new Made(id, secret);
        });
    }

    /** Ends a person's link that another takes the place of; one through which a report came stays and shows it. */
    public void endUnused(Person person, long id) {
        database.write(tx -> {
            if (store.endUnused(tx, person.id(), id) > 0) {
                Trail.add(tx, deed(person, "1 link to report ended"));
            }
            return null;
        });
    }

    /** The link with this secret, while it is in use and its person may report. */
    public Optional<UpdateLink> find(String secret) {
        return database.read(tx -> store.find(tx, Secrets.hash(secret), tx.now()))
                .filter(link -> may(link.person(), link.roadmap()));
    }

    /** A person's links in use, those that end first first. */
    public List<UpdateLink> of(Person person) {
        return database.read(tx -> store.list(tx, person, tx.now()));
    }

    /** Ends all links of a person; returns how many were in use. */
    public int end(Person person) {
        return database.write(tx -> {
            int ended = store.end(tx, person.id());
            if (ended > 0) {
                Trail.add(tx, deed(person, ended + " links to report ended"));
            }
            return ended;
        });
    }

    private boolean may(Person person, String roadmap) {
        return members.rights(person).may(roadmap, Role.OFFICER);
    }

    private static Trail.Deed deed(Person person, String what) {
        return Trail.Deed.of(Trail.Kind.TOKEN, person.name(), person.name(), what);
    }
}
