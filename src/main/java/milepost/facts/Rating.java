package milepost.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A manager's own judgement at a date, beside what the rules find; the latest of a milestone, or of the roadmap, holds.
 *
 * @param key unique in the roadmap
 * @param milestone key of the milestone it is about; null when it is about the whole roadmap
 * @param date the day it speaks of
 * @param commentary why
 * @param plan what is being done about it; always there for RED
 * @param responsible who answers for the plan; always there for RED
 * @param reviewOn the day by which it is to be rated again; always there for RED
 */
public record Rating(
        String key,
        @Nullable String milestone,
        Confidence level,
        LocalDate date,
        String commentary,
        @Nullable String plan,
        @Nullable String responsible,
        @Nullable LocalDate reviewOn,
        Recorded recorded) {}
