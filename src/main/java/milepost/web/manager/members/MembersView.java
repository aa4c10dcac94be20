package milepost.web.manager.members;

import java.util.List;
import milepost.access.Person;
import milepost.access.Role;
import milepost.access.member.Circle;
import milepost.facts.Problem;
import milepost.facts.Roadmap;
import org.jspecify.annotations.Nullable;

/**
 * The members of a roadmap.
 *
 * @param visitor who looks
 * @param others people who could be added
 * @param done what was just done; null when nothing was
 */
public record MembersView(
        Roadmap roadmap,
        Circle circle,
        Person visitor,
        List<Person> others,
        Typed typed,
        @Nullable Done done) {

    /** Somebody to be added, as typed, and why something was refused. */
    public record Typed(
            String person, String role, @Nullable Problem problem) {
        static final Typed NOTHING = new Typed("", Role.OFFICER.name(), null);

        /** What is wrong with a field; null when nothing is. */
        public @Nullable String error(String field) {
            return problem == null ? null : problem.error(field);
        }
    }

    /**
     * What was just done, and what takes it back.
     *
     * @param path where to send that
     * @param fields what to send
     */
    public record Done(String sentence, String path, List<Field> fields) {}

    /** A field that is sent as it is. */
    public record Field(String name, String value) {}

    /** Address of the roadmap. */
    public String base() {
        return "/roadmaps/" + roadmap.key();
    }

    /** Whether a member's row is the visitor's own, which others have to change. */
    public boolean own(Person member) {
        return member.id() == visitor.id() && visitor.role() != Role.ADMIN;
    }
}
