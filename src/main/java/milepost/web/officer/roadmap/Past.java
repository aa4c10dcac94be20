package milepost.web.officer.roadmap;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.flags.decision.Triage;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagState;
import milepost.roadmap.Then;
import milepost.rules.book.InForce;
import milepost.web.asof.Moment;
import milepost.web.happened.ChangeRow;
import milepost.web.layout.Links;
import milepost.web.layout.Redirects;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a past moment says beside the record itself.
 *
 * @param rules which rules judged it
 * @param judged whether the rules had looked at the roadmap by then
 * @param marked whether values that have changed since are marked
 * @param since how many milestones have changed, in words
 * @param active how many flags were active then
 * @param flags the worst of them
 * @param all where all of them are listed
 * @param next what was recorded next, oldest first
 */
public record Past(
        InForce rules,
        boolean judged,
        boolean marked,
        @Nullable String since,
        int active,
        List<FlagThen> flags,
        String all,
        List<ChangeRow> next) {

    private static final int SHOWN = 30;

    /** A flag of then, with what has become of it. */
    public record FlagThen(Severity severity, String message, String href, String subject, String became) {}

    static Past of(Then then, Moment moment, Snapshot now, List<Flag> today, List<ChangeRow> next) {
        Map<Long, Flag> byId = today.stream().collect(Collectors.toMap(Flag::id, Function.identity()));
        return new Past(
                then.rules(),
                then.evaluated() != null,
                true,
                since(then.snapshot(), moment, now),
                then.active().size(),
                then.active().stream()
                        .sorted(java.util.Comparator.comparing(Flag::severity).reversed())
                        .limit(SHOWN)
                        .map(flag -> flag(flag, byId.get(flag.id()), then, moment))
                        .toList(),
                "/flags" + moment.suffix() + "&roadmap="
                        + Redirects.encode(then.snapshot().roadmap().key()),
                next);
    }

    Past marking(boolean wanted) {
        return new Past(rules, judged, wanted, since, active, flags, all, next);
    }

    private static FlagThen flag(Flag flag, @Nullable Flag now, Then then, Moment moment) {
        return new FlagThen(
                flag.severity(),
                flag.message(),
                Links.flag(flag.id()) + moment.suffix(),
                flag.subject(),
                became(flag, now, then));
    }

    /** {@code still open}, {@code cleared 14 Nov 2025}. */
    private static String became(Flag flag, @Nullable Flag now, Then then) {
        if (now == null) {
            return "no longer shown";
        }
        if (now.state() == FlagState.RESOLVED && now.resolvedAt() != null) {
            return "cleared "
                    + Words.day(now.resolvedAt()
                            .atZone(then.snapshot().roadmap().zone())
                            .toLocalDate());
        }
        boolean again = !now.since().equals(flag.since());
        String state =
                now.triage() == Triage.UNTRIAGED ? "open" : Words.state(now).toLowerCase(java.util.Locale.ROOT);
        return again ? "cleared and found again " + Words.day(now.since()) : "still " + state;
    }

    private static @Nullable String since(Snapshot then, Moment moment, Snapshot now) {
        long changed = then.milestones().stream()
                .filter(m ->
                        Since.of(m, now.findMilestone(m.key()).orElse(null)).changed())
                .count();
        long added = now.milestones().stream()
                .filter(m -> then.findMilestone(m.key()).isEmpty())
                .count();
        String text = changed + " of " + then.milestones().size() + " changed between " + Words.day(moment.day())
                + " and " + Words.day(moment.today());
        return added == 0 ? text : text + ", " + added + " added since";
    }
}
