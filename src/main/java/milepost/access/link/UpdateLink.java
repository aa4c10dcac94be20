package milepost.access.link;

import java.time.Instant;
import milepost.access.Person;

/** A link in use: who reports through it, and about what. */
public record UpdateLink(long id, Person person, String roadmap, String milestone, Instant expiresAt) {

    /** The key of the one update that can be reported through it. */
    public String update() {
        return update(id);
    }

    static String update(long id) {
        return "link-" + id;
    }
}
