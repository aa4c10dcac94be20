package milepost.flags;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The use cases around flags. */
public final class Flags {

    /** The flags that match, in the order asked for. */
    public List<Flag> list(FlagQuery query) {
        throw new UnsupportedOperationException();
    }

    /** How many flags there are of each kind, whose message, subject or rule contains the text if one is given. */
    public List<FlagTally> tally(@Nullable String text) {
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
