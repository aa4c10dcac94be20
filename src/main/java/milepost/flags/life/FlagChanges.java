package milepost.flags.life;

import java.util.List;

/**
 * What one evaluation did to the flags of a roadmap.
 *
 * @param shadowed flags that a rule in shadow found; they are for authors only and change nothing for anyone else
 */
public record FlagChanges(
        List<Flag> raised,
        List<Flag> reopened,
        List<Flag> reworded,
        List<Flag> escalated,
        List<Flag> resolved,
        List<Flag> shadowed) {

    /** Nothing changed. */
    public static final FlagChanges NONE =
            new FlagChanges(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** Whether nothing changed that everyone sees. */
    public boolean none() {
        return raised.isEmpty()
                && reopened.isEmpty()
                && reworded.isEmpty()
                && escalated.isEmpty()
                && resolved.isEmpty();
    }
}
