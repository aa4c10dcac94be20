package milepost.web.admin.people;

import java.util.List;
import milepost.access.Access;
import milepost.access.Person;
import org.jspecify.annotations.Nullable;

/**
 * One person, where they are signed in, and their tokens.
 *
 * @param link a one-time link that was just made; shown only now
 * @param error why the last deed was refused
 */
public record PersonView(
        Person person,
        List<Access> sessions,
        List<Access> tokens,
        @Nullable String link,
        @Nullable String error) {}
