package milepost.rules.engine.condition;

import java.io.Serializable;
import java.util.Set;
import milepost.rules.engine.run.RuleFault;
import milepost.rules.engine.run.Run;
import milepost.rules.engine.value.Eval;
import org.jspecify.annotations.Nullable;

/**
 * A test as it is run: it names the rules that have it when it fails, and counts as a step when it looks at several facts.
 *
 * @param rules that share the test
 * @param number of the rule for whose steps it counts
 * @param running the run that the current thread is in; null for a test of one fact alone, which is no step
 */
@SuppressWarnings("serial")
public record Tested(
        Eval eval, Set<String> rules, int number, @Nullable ThreadLocal<@Nullable Run> running)
        implements Serializable {

    boolean holds(@Nullable Object self, @Nullable Object... outer) {
        if (running != null) {
            Run run = running.get();
            if (run != null) {
                run.meter().step(number);
            }
        }
        try {
            return eval.holds(self, outer);
        } catch (RuntimeException e) {
            throw new RuleFault(rules, e);
        }
    }

    Tested negated() {
        Eval.Check not = (self, outer) -> !eval.holds(self, outer);
        return new Tested(not, rules, number, running);
    }
}
