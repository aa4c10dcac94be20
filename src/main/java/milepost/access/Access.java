package milepost.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session or a token that is still good; the secret itself is not kept.
 *
 * @param name of a token; null for a session
 * @param roadmaps keys of the only ones that a token reaches; none for all that its person reaches
 * @param role of a token; null for a session, which has that of its person
 */
public record Access(
        long id,
        @Nullable String name,
        @Nullable Role role,
        List<String> roadmaps,
        Instant since,
        Instant until,
        String hash) {}
