package milepost.rules.engine.condition;

import milepost.rules.engine.run.Run;
import org.jspecify.annotations.Nullable;

/**
 * The rule that is being built and what it has in common with the others.
 *
 * @param number of the rule in this build, from 0
 * @param watch is told of every test; without one, tests are indexed and shared
 * @param running the run that the current thread is in
 */
public record RuleContext(
        String rule, int number, @Nullable ConditionWatch watch, Shared shared, ThreadLocal<@Nullable Run> running) {}
