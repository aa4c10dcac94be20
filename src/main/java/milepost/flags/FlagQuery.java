package milepost.flags;

import java.time.Instant;
import java.util.List;
import milepost.facts.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Which flags; null or an empty list means all.
 *
 * @param folders folders of rules, such as {@code schedule}
 * @param rule key of a rule
 * @param subject key of what they are about
 * @param text what message, subject or rule must contain, upper and lower case alike
 * @param newSince only flags raised or reopened at this instant or later, and not by a publication nobody has looked at yet
 * @param after only flags with a greater id
 * @param offset how many to leave out at the beginning
 * @param limit how many at most
 */
public record FlagQuery(
        List<String> roadmaps,
        List<FlagState> states,
        List<Triage> triage,
        List<Severity> severities,
        List<String> folders,
        @Nullable String rule,
        @Nullable String subject,
        @Nullable String text,
        @Nullable Instant newSince,
        @Nullable Long after,
        Order order,
        int offset,
        int limit) {

    /** In which order; where flags agree the worst come first, then those found first, then by id. */
    public enum Order {
        WORST,
        ROADMAP,
        SUBJECT,
        RULE,
        ID
    }

    /** Every flag, worst first. */
    public static FlagQuery all() {
        return new FlagQuery(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                Order.WORST,
                0,
                Integer.MAX_VALUE);
    }

    /** Every active flag, worst first. */
    public static FlagQuery active() {
        return all().in(FlagState.ACTIVE);
    }

    public FlagQuery in(FlagState... wanted) {
        return new FlagQuery(
                roadmaps,
                List.of(wanted),
                triage,
                severities,
                folders,
                rule,
                subject,
                text,
                newSince,
                after,
                order,
                offset,
                limit);
    }

    public FlagQuery of(Severity... wanted) {
        return new FlagQuery(
                roadmaps,
                states,
                triage,
                List.of(wanted),
                folders,
                rule,
                subject,
                text,
                newSince,
                after,
                order,
                offset,
                limit);
    }

    public FlagQuery inRoadmap(String key) {
        return new FlagQuery(
                List.of(key),
                states,
                triage,
                severities,
                folders,
                rule,
                subject,
                text,
                newSince,
                after,
                order,
                offset,
                limit);
    }

    public FlagQuery about(String key) {
        return new FlagQuery(
                roadmaps, states, triage, severities, folders, rule, key, text, newSince, after, order, offset, limit);
    }

    public FlagQuery ofRule(String key) {
        return new FlagQuery(
                roadmaps,
                states,
                triage,
                severities,
                folders,
                key,
                subject,
                text,
                newSince,
                after,
                order,
                offset,
                limit);
    }

    public FlagQuery matching(String wanted) {
        return new FlagQuery(
                roadmaps,
                states,
                triage,
                severities,
                folders,
                rule,
                subject,
                wanted,
                newSince,
                after,
                order,
                offset,
                limit);
    }

    public FlagQuery atMost(int number) {
        return new FlagQuery(
                roadmaps,
                states,
                triage,
                severities,
                folders,
                rule,
                subject,
                text,
                newSince,
                after,
                order,
                offset,
                number);
    }
}
