package milepost.access.member;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import milepost.access.Person;
import milepost.access.Role;
import milepost.facts.Reach;
import org.jspecify.annotations.Nullable;

/**
 * What one request may do: the role of its person, their role on single roadmaps, and the limits of the token it came with.
 *
 * <p>A membership decides about reading, keeping and deciding on its roadmap; writing rules and administration are general.
 */
public final class Rights {
    private final Person person;
    private final Map<String, Role> memberships;
    private final Set<String> closed;
    private final Limit limit;

    /**
     * What a token takes away.
     *
     * @param role the most it may do; null for all its person may
     * @param roadmaps the only ones it reaches; null for all its person reaches
     */
    public record Limit(@Nullable Role role, @Nullable Set<String> roadmaps) {
        /** Nothing is taken away. */
        public static final Limit NONE = new Limit(null, null);

        Role of(Role own) {
            if (role == null || role.covers(own)) {
                return own;
            }
            return own.covers(role) ? role : Role.VIEWER;
        }

        boolean lets(String roadmap) {
            return roadmaps == null || roadmaps.contains(roadmap);
        }
    }

    /**
     * @param memberships the person's roles by roadmap
     * @param closed roadmaps that only members see
     */
    Rights(Person person, Map<String, Role> memberships, Set<String> closed, Limit limit) {
        this.person = person;
        this.memberships = Map.copyOf(memberships);
        this.closed = Set.copyOf(closed);
        this.limit = limit;
    }

    /** Who it is, with the role that holds where no roadmap is concerned. */
    public Person person() {
        return person.as(limit.of(person.role()));
    }

    /** Who it is, with the role that holds on a roadmap; with that of elsewhere where they do not see it. */
    public Person person(String roadmap) {
        return person.as(findRole(roadmap).orElse(limit.of(person.role())));
    }

    /** The role on a roadmap; empty when it does not exist for this person. Of a roadmap that nobody has, the general role. */
    public Optional<Role> findRole(String roadmap) {
        if (!limit.lets(roadmap)) {
            return Optional.empty();
        }
        Role member = person.role() == Role.ADMIN ? Role.ADMIN : memberships.get(roadmap);
        if (member == null && closed.contains(roadmap)) {
            return Optional.empty();
        }
        return Optional.of(limit.of(member == null ? person.role() : member));
    }

    /** Whether the roadmap exists for this person. */
    public boolean mayRead(String roadmap) {
        return findRole(roadmap).isPresent();
    }

    /** Whether the person may do on a roadmap what needs this role. */
    public boolean may(String roadmap, Role needed) {
        boolean general = needed == Role.AUTHOR || needed == Role.ADMIN;
        return findRole(roadmap)
                .map(role -> general ? limit.of(person.role()) : role)
                .filter(role -> role.covers(needed))
                .isPresent();
    }

    /** Whether the person decides about the flags of a roadmap. */
    public boolean decides(String roadmap) {
        return may(roadmap, Role.MANAGER);
    }

    /** Whether the person may do what needs this role where no roadmap is concerned. */
    public boolean may(Role needed) {
        return limit.of(person.role()).covers(needed);
    }

    /** Whether there is a roadmap on which the person may do what needs this role, or they may do it in general. */
    public boolean mayAnywhere(Role needed) {
        return may(needed) || memberships.keySet().stream().anyMatch(roadmap -> may(roadmap, needed));
    }

    /** Whether a token of this request is not limited to other roadmaps. */
    public boolean lets(String roadmap) {
        return limit.lets(roadmap);
    }

    /** The roadmaps that exist for this person. */
    public Reach reach() {
        Set<String> hidden = new TreeSet<>(closed);
        hidden.removeIf(this::mayRead);
        return new Reach(hidden, limit.roadmaps());
    }
}
