package milepost.web.account;

import java.util.List;
import milepost.access.Access;
import milepost.access.Person;
import org.jspecify.annotations.Nullable;

/**
 * One's own account.
 *
 * @param own mark of the session this page is seen in
 * @param secret a token that was just made; shown only now
 */
public record AccountView(
        Person person,
        List<Access> sessions,
        List<Access> tokens,
        String own,
        NewToken typed,
        @Nullable String secret) {}
