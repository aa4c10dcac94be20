package milepost.flags;

import java.util.List;

/** What one evaluation did to the flags of a roadmap. */
public record FlagChanges(
        List<Flag> raised, List<Flag> reopened, List<Flag> reworded, List<Flag> escalated, List<Flag> resolved) {

    /** Nothing changed. */
    public static final FlagChanges NONE = new FlagChanges(List.of(), List.of(), List.of(), List.of(), List.of());

    public boolean none() {
        return raised.isEmpty()
                && reopened.isEmpty()
                && reworded.isEmpty()
                && escalated.isEmpty()
                && resolved.isEmpty();
    }
}
