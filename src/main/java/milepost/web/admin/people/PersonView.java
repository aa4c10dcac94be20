package milepost.web.admin.people;

import java.util.List;
import milepost.access.Access;
import milepost.access.Person;
import org.jspecify.annotations.Nullable;

/**
 * One person, where they are signed in, and their tokens.
 *
 * @param identity who they are at the identity provider; null without one
 * @param link a one-time link that was just made; shown only now
 * @param error why the last deed was refused
 */
public record PersonView(
        Person person,
        @Nullable Identity identity,
        List<Access> sessions,
        List<Access> tokens,
        @Nullable String link,
        @Nullable String error) {

    /**
     * Who somebody is at the identity provider.
     *
     * @param subject empty for nobody
     */
    public record Identity(String provider, String subject) {}
}
