package milepost.web.officer.slips;

import java.time.ZoneId;
import java.util.List;
import milepost.facts.TargetDate;
import milepost.roadmap.history.DueMove;
import milepost.roadmap.history.Promise;
import milepost.roadmap.store.Change;
import milepost.web.layout.Links;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a milestone has promised through time, in words.
 *
 * @param sentence such as {@code Third slip, 62 days since the first promise}
 * @param first the first promise, null when no due date was ever set
 * @param due the due date now binding, null when there is none
 */
public record PromiseText(
        String sentence, @Nullable String first, @Nullable String due, List<MoveText> moves) {
    private static final List<String> ORDINALS =
            List.of("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth");

    /**
     * One move.
     *
     * @param what such as {@code 1 day later}
     * @param change address of the change
     */
    public record MoveText(
            String date,
            String what,
            @Nullable String from,
            @Nullable String to,
            String by,
            @Nullable String reason,
            @Nullable String approver,
            String change,
            boolean undone) {}

    public static PromiseText of(Promise promise, String roadmap, ZoneId zone) {
        return new PromiseText(
                sentence(promise),
                text(promise.first()),
                text(promise.now()),
                promise.moves().stream().map(move -> move(move, roadmap, zone)).toList());
    }

    private static String sentence(Promise promise) {
        Long days = promise.days();
        if (days == null) {
            return promise.first() == null ? "Never had a due date" : "Has no due date any more";
        }
        String since = days == 0
                ? "on the first promise"
                : Words.count(Math.abs(days), "day") + (days > 0 ? " since" : " before") + " the first promise";
        return promise.slips() == 0
                ? (days == 0 ? "Never moved" : "No slip, " + since)
                : ordinal(promise.slips()) + " slip, " + since;
    }

    private static String ordinal(int number) {
        return number <= ORDINALS.size() ? ORDINALS.get(number - 1) : number + "th";
    }

    private static MoveText move(DueMove move, String roadmap, ZoneId zone) {
        Change change = move.change();
        boolean baseline = move.rebaselined();
        return new MoveText(
                Words.day(change.at().atZone(zone).toLocalDate()),
                what(move),
                text(baseline ? move.baselineFrom() : move.from()),
                text(baseline ? move.baselineTo() : move.to()),
                change.actor(),
                change.reason(),
                change.approver(),
                Links.roadmap(roadmap) + "/changes/" + change.id(),
                change.undoneBy() != null);
    }

    private static String what(DueMove move) {
        if (move.rebaselined()) {
            return "New first promise";
        }
        Long days = move.days();
        String undone = move.change().undoes() == null ? "" : " again";
        if (days == null) {
            return move.to() == null ? "Taken away" : "Promised";
        }
        if (days == 0) {
            return "Other precision";
        }
        return Words.count(Math.abs(days), "day") + (days > 0 ? " later" : " earlier") + undone;
    }

    private static @Nullable String text(@Nullable TargetDate date) {
        return date == null ? null : Words.date(date);
    }
}
