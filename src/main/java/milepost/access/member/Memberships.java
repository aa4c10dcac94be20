package milepost.access.member;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import milepost.access.Person;
import milepost.access.Role;
import milepost.db.Database;
import milepost.db.Trail;
import milepost.db.Transaction;
import milepost.facts.Problem;
import org.jspecify.annotations.Nullable;

/** The use cases around who may see and do what on a roadmap. Every change is in the audit trail. */
public final class Memberships {
    private static final Set<Role> ROLES = Set.of(Role.VIEWER, Role.OFFICER, Role.MANAGER);

    private final Database database;
    private final MembershipStore store = new MembershipStore();

    public Memberships(Database database) {
        this.database = database;
    }

    /** What a signed-in person may do. */
    public Rights rights(Person person) {
        return rights(person, Rights.Limit.NONE);
    }

    /** What a person may do through a token. */
    public Rights rights(Person person, Rights.Limit limit) {
        MembershipStore.Decisive decisive = database.read(tx -> store.decisive(tx, person.id()));
        return new Rights(person, decisive.memberships(), decisive.closed(), limit);
    }

    /** Whether a roadmap exists for a person. A request with a token may see less: its {@link Rights} know. */
    public boolean mayRead(Person person, String roadmap) {
        return rights(person).mayRead(roadmap);
    }

    /** Who has to do with a roadmap. */
    public Circle circle(String roadmap) {
        return database.read(tx -> new Circle(store.visibility(tx, roadmap), store.list(tx, roadmap)));
    }

    /** Those of these people for whom a roadmap exists. */
    public List<Person> readers(String roadmap, List<Person> people) {
        Circle circle = circle(roadmap);
        Set<String> closed = circle.visibility() == Visibility.MEMBERS ? Set.of(roadmap) : Set.of();
        return people.stream()
                .filter(person -> new Rights(person, circle.memberships(person, roadmap), closed, Rights.Limit.NONE)
                        .mayRead(roadmap))
                .toList();
    }

    /**
     * Who changes what.
     *
     * @param by with the role they have on this roadmap
     */
    public record Place(Person by, String roadmap) {}

    /**
     * Gives a person a role of their own on a roadmap.
     *
     * @param was the role they were seen to have there, null for none
     * @throws Problem INVALID with the field concerned, CONFLICT when it is oneself or they have another role by now
     */
    public void set(Place place, Person person, Role role, @Nullable Role was) {
        if (!ROLES.contains(role)) {
            throw Problem.of("role", "On a roadmap somebody is a viewer, an officer or a manager.");
        }
        if (person.role() == Role.ADMIN) {
            throw Problem.of("person", person.displayName() + " is an administrator and may do everything here.");
        }
        changed(place, person, was, (tx, before) -> {
            store.begin(tx, place.roadmap(), person.id(), role);
            return before == null ? "added as " + words(role) : words(before) + " became " + words(role);
        });
    }

    /**
     * Takes a person's own role on a roadmap away: from then on they have there what they have elsewhere.
     *
     * @param was the role they were seen to have there
     * @throws Problem NOT_FOUND when they are no member, CONFLICT when it is oneself or they have another role by now
     */
    public void remove(Place place, Person person, @Nullable Role was) {
        changed(place, person, was, (tx, before) -> {
            if (before == null) {
                throw new Problem(
                        Problem.Kind.NOT_FOUND, person.displayName() + " is no member of " + place.roadmap() + ".");
            }
            store.end(tx, place.roadmap(), person.id());
            return "removed, was " + words(before);
        });
    }

    /** Decides who sees a roadmap; whoever closes it becomes a manager of it, so that they do not shut themselves out. */
    public void show(Place place, Visibility visibility) {
        database.write(tx -> {
            if (store.visibility(tx, place.roadmap()) == visibility) {
                return null;
            }
            store.show(tx, place.roadmap(), visibility);
            write(tx, place, place.roadmap(), visibility == Visibility.MEMBERS ? "for members only" : "for everyone");
            boolean out = visibility == Visibility.MEMBERS
                    && place.by().role() != Role.ADMIN
                    && store.findRole(tx, place.roadmap(), place.by().id()).isEmpty();
            if (out) {
                store.begin(tx, place.roadmap(), place.by().id(), Role.MANAGER);
                write(tx, place, place.by().name(), "added as manager, having closed it");
            }
            return null;
        });
    }

    /** A change of one membership; returns what the audit trail says of it. */
    private interface Deed {
        String on(Transaction tx, @Nullable Role before);
    }

    private void changed(Place place, Person person, @Nullable Role was, Deed deed) {
        if (person.id() == place.by().id() && place.by().role() != Role.ADMIN) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "You cannot change your own rights; ask another manager of this roadmap or an administrator.");
        }
        database.write(tx -> {
            Role before = store.findRole(tx, place.roadmap(), person.id()).orElse(null);
            if (before != was) {
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        person.displayName()
                                + (before == null ? " is no member any more." : " is " + words(before) + " by now.")
                                + " Look again before you change it.");
            }
            write(tx, place, person.name(), deed.on(tx, before));
            return null;
        });
    }

    private static void write(Transaction tx, Place place, String subject, String detail) {
        Trail.add(
                tx, new Trail.Deed(Trail.Kind.MEMBERSHIP, place.by().name(), place.roadmap(), subject, detail, "", ""));
    }

    /** The roles there are on a roadmap, from the least to the most. */
    public static List<Role> roles() {
        return ROLES.stream().sorted().toList();
    }

    /** The role of this name that somebody can have on a roadmap. */
    public static Optional<Role> findRole(String name) {
        return ROLES.stream().filter(role -> role.name().equalsIgnoreCase(name)).findFirst();
    }

    private static String words(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
