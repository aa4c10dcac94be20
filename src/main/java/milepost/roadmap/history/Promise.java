package milepost.roadmap.history;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import milepost.facts.TargetDate;
import org.jspecify.annotations.Nullable;

/**
 * What a milestone has promised through time.
 *
 * @param moves every move of its due date and its baseline, oldest first; never empty
 */
public record Promise(String milestone, List<DueMove> moves) {
    public Promise {
        moves = List.copyOf(moves);
    }

    /** The first due date that was ever set; null when there was none. */
    public @Nullable TargetDate first() {
        return moves.stream()
                .map(DueMove::to)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The due date now binding; null when it was taken away. */
    public @Nullable TargetDate now() {
        return moves.get(moves.size() - 1).to();
    }

    /** How often it was moved to a later day, not counting moves that were undone. */
    public int slips() {
        return moves.get(moves.size() - 1).slips();
    }

    /** Days from the first promise to the due date now binding; null without either. */
    public @Nullable Long days() {
        TargetDate first = first();
        TargetDate now = now();
        return first == null || now == null ? null : ChronoUnit.DAYS.between(first.last(), now.last());
    }
}
