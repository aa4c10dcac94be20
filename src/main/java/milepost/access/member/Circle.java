package milepost.access.member;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import milepost.access.Person;
import milepost.access.Role;

/**
 * Who has to do with a roadmap.
 *
 * @param members ordered by name; those who can no longer sign in are among them
 */
public record Circle(Visibility visibility, List<Member> members) {
    public Circle {
        members = List.copyOf(members);
    }

    /** The member of this name. */
    public Optional<Member> find(String name) {
        return members.stream().filter(m -> m.person().name().equals(name)).findFirst();
    }

    /** What a person's rights know of this circle, which is that of the roadmap. */
    Map<String, Role> memberships(Person person, String roadmap) {
        return find(person.name()).map(member -> Map.of(roadmap, member.role())).orElse(Map.of());
    }
}
