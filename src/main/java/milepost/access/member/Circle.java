package milepost.access.member;

import java.util.List;
import java.util.Optional;

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
}
