package milepost.access.oidc;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a checked ID token says about a person.
 *
 * @param subject never changes and is never given to somebody else
 * @param preferred the name they would like, for a first sign-in only
 * @param display their name as shown
 */
record Claims(
        String issuer,
        String subject,
        @Nullable String preferred,
        @Nullable String display,
        Set<String> groups) {
    private static final int LONGEST = 60;

    /** The name that somebody new gets here. */
    String name() {
        String wanted = preferred == null ? "" : preferred.strip().toLowerCase(Locale.ROOT);
        return wanted.matches("[a-z0-9][a-z0-9._@-]{1,59}")
                ? wanted
                : "user-" + Integer.toHexString((issuer + " " + subject).hashCode());
    }

    /** Their name as shown. */
    String displayName() {
        String shown = display == null || display.isBlank() ? name() : display.strip();
        return shown.substring(0, Math.min(LONGEST, shown.length()));
    }
}
