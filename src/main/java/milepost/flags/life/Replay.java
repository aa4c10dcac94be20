package milepost.flags.life;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import milepost.facts.Finding;
import milepost.facts.Severity;
import milepost.facts.SubjectKind;
import milepost.flags.decision.Decision;
import milepost.flags.decision.Handling;
import milepost.flags.decision.Triage;
import org.jspecify.annotations.Nullable;

/** Plays the events of flags in their order: what each flag was after the last of them. Pure, like the reconciliation. */
public final class Replay {

    /** What a flag is about: only the key of its rule can change, and is that of the instant asked for. */
    public record Identity(long id, String roadmap, String rule, SubjectKind kind, String subject) {}

    /** One event of one flag. */
    public record Step(Identity flag, FlagEvent event) {}

    private final ZoneId zone;

    /** What people had made of the flag before the last of them did something: what comes back when that is taken back. */
    private @Nullable Handling taken;

    private Replay(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The flags after these events, in the order of the steps, without evidence.
     *
     * @param steps every event of each flag up to some instant, oldest first, those of one flag together
     * @param zone of the roadmap
     */
    public static List<Flag> play(List<Step> steps, ZoneId zone) {
        Replay replay = new Replay(zone);
        List<Flag> flags = new ArrayList<>();
        Flag last = null;
        for (Step step : steps) {
            boolean another = last == null || last.id() != step.flag().id();
            if (another && last != null) {
                flags.add(last);
            }
            replay.taken = another ? null : replay.taken;
            last = replay.next(another ? null : last, step);
        }
        if (last != null) {
            flags.add(last);
        }
        return flags;
    }

    private Flag next(@Nullable Flag before, Step step) {
        FlagEvent event = step.event();
        Flag flag = before == null ? begun(step) : event.before() == null ? told(before, event) : before;
        Flag after = after(before, flag, event);
        if (event.before() != null && event.event() != FlagEvent.Kind.COMMENTED) {
            taken = event.before();
        }
        return before == null || event.event() == FlagEvent.Kind.LOOKED_AT ? after : after.next();
    }

    private Flag after(@Nullable Flag before, Flag flag, FlagEvent event) {
        return switch (event.event()) {
            case PENDING ->
                alive(before, flag, event, FlagState.PENDING).shaded(false).broughtUp(event.cause());
            case REOPENED ->
                alive(before, flag, event, FlagState.ACTIVE).shaded(false).broughtUp(event.cause());
            case SHADOWED -> alive(before, flag, event, FlagState.ACTIVE).shaded(true);
            case RAISED -> raised(before, flag, event);
            case RESOLVED, SHADOW_CLEARED -> flag.gone(event.at(), event.ruleset());
            case TRIAGED -> event.decision() == null ? flag : flag.decided(event.decision());
            case RETURNED -> flag.decided(Decision.NONE);
            case LOOKED_AT -> flag.broughtUp(event.cause());
            case ASSIGNED -> flag.handled(flag.handling().with(event.detail()));
            case RATED ->
                flag.handled(flag.handling().with(event.detail() == null ? null : event.severity(), event.detail()));
            case UNDONE -> taken == null ? flag : flag.handled(taken);
            case REWORDED, ESCALATED, EASED, COMMENTED, RENAMED -> flag;
        };
    }

    /** A pending flag that has become active keeps whose publication brought it up. */
    private Flag raised(@Nullable Flag before, Flag flag, FlagEvent event) {
        Flag raised = alive(before, flag, event, FlagState.ACTIVE);
        boolean waited = before != null && before.state() == FlagState.PENDING && !before.shadow();
        return waited ? raised : raised.shaded(false).broughtUp(event.cause());
    }

    /**
     * A flag that comes to life, or goes on living as pending, active or in shadow. What people had decided in the life before stays
     * unless it has ended by its date.
     */
    private Flag alive(@Nullable Flag before, Flag flag, FlagEvent event, FlagState state) {
        LocalDate day = day(event.at());
        if (before != null && before.state() != FlagState.RESOLVED) {
            return flag.alive(state, before.since(), event.at());
        }
        boolean expired = flag.until() != null && flag.until().isBefore(day);
        return (expired ? flag.decided(Decision.NONE) : flag).alive(state, day, event.at());
    }

    private Flag begun(Step step) {
        Identity id = step.flag();
        FlagEvent event = step.event();
        return new Flag(
                id.id(),
                id.roadmap(),
                id.rule(),
                id.kind(),
                id.subject(),
                event.severity(),
                FlagState.ACTIVE,
                Triage.UNTRIAGED,
                event.message(),
                List.of(),
                day(event.at()),
                event.at(),
                null,
                event.ruleset(),
                null,
                null,
                false,
                null,
                event.severity(),
                null,
                null,
                1,
                null);
    }

    /** The same flag with what the event says of it. */
    private static Flag told(Flag flag, FlagEvent event) {
        boolean rated = flag.severityReason() != null && event.severity() == flag.severity();
        Severity reported = rated ? flag.reportedSeverity() : event.severity();
        return flag.found(
                new Finding(flag.rule(), flag.kind(), flag.subject(), reported, event.message(), flag.evidence()),
                event.ruleset());
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
