package milepost.rules.engine;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/** Counts what the rules of one run use up, and stops the rule that uses too much. */
final class Meter {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** How many steps pass between two looks at the clock. */
    private static final int STRIDE = 4_096;

    private final Budget budget;
    private final List<String> rules;
    private final long[] steps;
    private final long begin = System.nanoTime();
    private final long allocated = THREADS.getCurrentThreadAllocatedBytes();

    Meter(Budget budget, List<String> rules) {
        this.budget = budget;
        this.rules = rules;
        this.steps = new long[rules.size()];
    }

    /** One test of a fact against others. */
    void step(int rule) {
        long made = ++steps[rule];
        if (made % STRIDE == 0) {
            if (made > budget.steps()) {
                throw over(rule, "it tried more than " + Numbers.of(budget.steps()) + " combinations of facts");
            }
            look();
        }
    }

    /** Compares time and memory with the budget; the rule with the most steps answers for what all have used. */
    void look() {
        if (System.nanoTime() - begin > budget.time().toNanos()) {
            throw over(heaviest(), "the evaluation took longer than " + Numbers.seconds(budget.time()));
        }
        if (THREADS.getCurrentThreadAllocatedBytes() - allocated > budget.bytes()) {
            throw over(heaviest(), "the evaluation used more than " + Numbers.of(budget.bytes()) + " bytes");
        }
    }

    private int heaviest() {
        int most = 0;
        for (int i = 1; i < steps.length; i++) {
            most = steps[i] > steps[most] ? i : most;
        }
        return most;
    }

    private RuleFault over(int rule, String what) {
        return new RuleFault(rules.get(rule), "Over its budget: " + what + ".");
    }
}
