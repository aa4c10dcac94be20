package milepost.news.outbox;

import java.time.Instant;
import java.util.List;
import milepost.facts.Evidence;
import milepost.facts.Severity;
import milepost.flags.life.Cause;
import milepost.flags.life.Flag;
import milepost.flags.life.Turns;
import milepost.news.subscription.Occasion;
import org.jspecify.annotations.Nullable;

/**
 * What one subscription is told of one transition: the flag as it was then, so that what is sent late is not what came later.
 *
 * @param event number of the transition
 * @param subject key of what the flag is about
 * @param title of the milestone it is about; null when it is about none
 * @param reasons the facts and values that made it true; those of its last finding when it has cleared
 * @param link id of the link to report that it was last sent with; null while it was sent with none
 */
public record Piece(
        long event,
        Occasion occasion,
        Instant at,
        Cause cause,
        long flag,
        String roadmap,
        String rule,
        String subject,
        @Nullable String title,
        Severity severity,
        String message,
        List<Evidence> reasons,
        @Nullable Long link) {

    static Piece of(Turns.Turn turn, Occasion occasion, @Nullable String title) {
        Flag flag = turn.after();
        return new Piece(
                turn.number(),
                occasion,
                turn.event().at(),
                turn.event().cause(),
                flag.id(),
                flag.roadmap(),
                flag.rule(),
                flag.subject(),
                title,
                flag.severity(),
                flag.message(),
                flag.evidence(),
                null);
    }

    /** Whether a report about its milestone is an answer to it. */
    boolean asksForReport() {
        return title != null && (occasion == Occasion.RAISED || occasion == Occasion.RETURNED);
    }

    Piece sentWith(@Nullable Long id) {
        return new Piece(
                event, occasion, at, cause, flag, roadmap, rule, subject, title, severity, message, reasons, id);
    }
}
