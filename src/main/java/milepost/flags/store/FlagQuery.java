package milepost.flags.store;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import milepost.facts.Reach;
import milepost.facts.Severity;
import milepost.flags.decision.Triage;
import milepost.flags.life.FlagState;
import milepost.flags.life.FlagTally;
import org.jspecify.annotations.Nullable;

/**
 * Which flags; null or an empty list means all.
 *
 * @param reach which roadmaps whoever asks sees
 * @param folders folders of rules, such as {@code schedule}
 * @param rule key of a rule
 * @param subject key of what they are about
 * @param text what message, subject or rule must contain, upper and lower case alike
 * @param assignees names of the people who look after them; an empty name for nobody
 * @param newSince only flags raised or reopened at this instant or later, and not by a publication nobody has looked at yet
 * @param newsSince only flags that were raised, came back or became worse at this instant or later, and not by a publication
 *     nobody has looked at yet
 * @param without flags that are left out: those a rule raised at one instant
 * @param after only flags that come after the one with this id, in the order asked for
 * @param limit how many at most
 */
public record FlagQuery(
        Reach reach,
        List<String> roadmaps,
        List<FlagState> states,
        List<Triage> triage,
        List<Severity> severities,
        List<String> folders,
        @Nullable String rule,
        @Nullable String subject,
        @Nullable String text,
        List<String> assignees,
        @Nullable Instant newSince,
        @Nullable Instant newsSince,
        List<Flood> without,
        @Nullable Long after,
        Order order,
        int limit) {

    /** In which order; where flags agree the worst come first, then those found first, then by id. */
    public enum Order {
        WORST("-severity, since, id"),
        ROADMAP("roadmap, -severity, since, id"),
        SUBJECT("roadmap, subject, -severity, since, id"),
        RULE("rule, -severity, since, id"),
        ASSIGNEE("case when assignee is null then 1 else 0 end, coalesce(assignee, ''), -severity, since, id"),
        ID("id");

        private final String columns;

        Order(String columns) {
            this.columns = columns;
        }

        String columns() {
            return columns;
        }
    }

    /** Every flag, worst first. */
    public static FlagQuery all() {
        return new FlagQuery(
                Reach.EVERYTHING,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                null,
                Order.WORST,
                Integer.MAX_VALUE);
    }

    /** Every active flag, worst first. */
    public static FlagQuery active() {
        return all().in(FlagState.ACTIVE);
    }

    /** Every flag that counts, worst first; see {@link FlagTally#counts(FlagState, Triage)}. */
    public static FlagQuery counted() {
        return active().decided(FlagTally.COUNTED);
    }

    public FlagQuery in(FlagState... wanted) {
        return with(copy -> copy.states = List.of(wanted));
    }

    public FlagQuery decided(List<Triage> wanted) {
        return with(copy -> copy.triage = wanted);
    }

    public FlagQuery of(Severity... wanted) {
        return with(copy -> copy.severities = List.of(wanted));
    }

    public FlagQuery inRoadmap(String key) {
        return inRoadmaps(List.of(key));
    }

    public FlagQuery inRoadmaps(List<String> keys) {
        return with(copy -> copy.roadmaps = keys);
    }

    /** Only flags of roadmaps within reach. */
    public FlagQuery seenBy(Reach wanted) {
        return with(copy -> copy.reach = wanted);
    }

    public FlagQuery inFolders(List<String> wanted) {
        return with(copy -> copy.folders = wanted);
    }

    public FlagQuery about(@Nullable String key) {
        return with(copy -> copy.subject = key);
    }

    public FlagQuery ofRule(@Nullable String key) {
        return with(copy -> copy.rule = key);
    }

    public FlagQuery matching(@Nullable String wanted) {
        return with(copy -> copy.text = wanted);
    }

    public FlagQuery assignedTo(List<String> names) {
        return with(copy -> copy.assignees = names);
    }

    public FlagQuery newSince(@Nullable Instant instant) {
        return with(copy -> copy.newSince = instant);
    }

    public FlagQuery newsSince(@Nullable Instant instant) {
        return with(copy -> copy.newsSince = instant);
    }

    public FlagQuery without(List<Flood> floods) {
        return with(copy -> copy.without = floods);
    }

    public FlagQuery after(@Nullable Long id) {
        return with(copy -> copy.after = id);
    }

    public FlagQuery by(Order wanted) {
        return with(copy -> copy.order = wanted);
    }

    public FlagQuery atMost(int number) {
        return with(copy -> copy.limit = number);
    }

    private FlagQuery with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.query();
    }

    private static final class Copy {
        private Reach reach;
        private List<String> roadmaps;
        private List<FlagState> states;
        private List<Triage> triage;
        private List<Severity> severities;
        private List<String> folders;
        private @Nullable String rule;
        private @Nullable String subject;
        private @Nullable String text;
        private List<String> assignees;
        private @Nullable Instant newSince;
        private @Nullable Instant newsSince;
        private List<Flood> without;
        private @Nullable Long after;
        private Order order;
        private int limit;

        Copy(FlagQuery query) {
            reach = query.reach;
            roadmaps = query.roadmaps;
            states = query.states;
            triage = query.triage;
            severities = query.severities;
            folders = query.folders;
            rule = query.rule;
            subject = query.subject;
            text = query.text;
            assignees = query.assignees;
            newSince = query.newSince;
            newsSince = query.newsSince;
            without = query.without;
            after = query.after;
            order = query.order;
            limit = query.limit;
        }

        FlagQuery query() {
            return new FlagQuery(
                    reach,
                    roadmaps,
                    states,
                    triage,
                    severities,
                    folders,
                    rule,
                    subject,
                    text,
                    assignees,
                    newSince,
                    newsSince,
                    without,
                    after,
                    order,
                    limit);
        }
    }
}
