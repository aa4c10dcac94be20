package milepost.rules.engine.run;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts what the rules of one run use up, and stops the rule that uses too much. */
public final class Meter {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** How many steps pass between two looks at the clock; a single one may search a text of thousands of characters. */
    private static final int STRIDE = 64;

    private final Budget budget;
    private final List<String> rules;
    private final long[] steps;
    private final long[] used;
    private long last;
    private final long begin = System.nanoTime();
    private final long allocated = THREADS.getCurrentThreadAllocatedBytes();

    public Meter(Budget budget, List<String> rules) {
        this.budget = budget;
        this.rules = rules;
        this.steps = new long[rules.size()];
        this.used = new long[rules.size()];
        this.last = begin;
    }

    /** One test of a fact against others, or one search in its texts. */
    public void step(int rule) {
        long made = ++steps[rule];
        if (made % STRIDE == 0) {
            if (made > budget.steps()) {
                throw new RuleFault(
                        rules.get(rule),
                        over("it tried more than " + Numbers.of(budget.steps()) + " combinations of facts"));
            }
            long now = System.nanoTime();
            used[rule] += now - last;
            look(now);
        }
    }

    /** Compares time and memory with the budget; the rules that used the most answer for what all have used. */
    public void look() {
        look(System.nanoTime());
    }

    private void look(long now) {
        last = now;
        if (now - begin > budget.time().toNanos()) {
            throw new RuleFault(heaviest(), over("the evaluation took longer than " + Numbers.seconds(budget.time())));
        }
        if (THREADS.getCurrentThreadAllocatedBytes() - allocated > budget.bytes()) {
            throw new RuleFault(
                    heaviest(), over("the evaluation used more than " + Numbers.of(budget.bytes()) + " bytes"));
        }
    }

    /** Every rule that used at least half as much time as the one that used the most. */
    private Set<String> heaviest() {
        long[] by = Arrays.stream(used).sum() > 0 ? used : steps;
        long most = Math.max(1, Arrays.stream(by).max().orElse(0));
        Set<String> found = IntStream.range(0, by.length)
                .filter(rule -> by[rule] >= most - most / 2)
                .mapToObj(rules::get)
                .collect(Collectors.toSet());
        return found.isEmpty() ? Set.of(rules.get(0)) : found;
    }

    private static String over(String what) {
        return "Over its budget: " + what + ".";
    }
}
