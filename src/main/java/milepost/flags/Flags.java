package milepost.flags;

import java.util.List;
import milepost.facts.Severity;
import org.jspecify.annotations.Nullable;

/** The use cases around flags. */
public final class Flags {

    /** Which flags; null or empty means all. */
    public record Query(
            @Nullable String roadmap,
            List<FlagState> states,
            List<Triage> triage,
            List<Severity> severities,
            @Nullable String rule,
            @Nullable String text,
            @Nullable Long after,
            int limit) {}

    /** The flags that match, worst first, then oldest first. */
    public List<Flag> list(Query query) {
        throw new UnsupportedOperationException();
    }

    /** One flag; NOT_FOUND when there is none. */
    public Flag flag(long id) {
        throw new UnsupportedOperationException();
    }

    /** Its transitions, oldest first. */
    public List<FlagEvent> events(long id) {
        throw new UnsupportedOperationException();
    }
}
