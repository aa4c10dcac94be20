package milepost.roadmap.evaluation;

import java.time.Instant;
import milepost.flags.life.Cause;

/**
 * What is recorded about one evaluation; repetitions that changed nothing leave no entry.
 *
 * @param id grows with every entry
 * @param at when the rules ran
 * @param cause what made them run
 */
public record EvaluationEntry(long id, Instant at, Evaluated evaluated, Cause cause) {}
