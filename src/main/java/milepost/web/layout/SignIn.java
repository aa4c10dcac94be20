package milepost.web.layout;

import java.util.Optional;
import milepost.access.Person;

/** What the pages need to know who is there. */
public interface SignIn {

    /** The person of a session that is still good. */
    Optional<Person> findPerson(String session);

    /** A new session; FORBIDDEN with one sentence for a wrong name or a wrong password. */
    String withPassword(String name, String password);

    /** A new session; the link is used up. FORBIDDEN when it was used before or is too old. */
    String withLink(String token);

    /** INVALID with the field when the password is too weak. */
    void setPassword(Person person, String password);

    /** Ends a session. */
    void signOut(String session);
}
