package milepost.rules;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import milepost.facts.Snapshot;
import milepost.rules.language.RuleInfo;

/**
 * What each rule adds to an evaluation, by samples: now and then one rule is evaluated alone on live facts, beside all saves, and what
 * an evaluation without any rule takes is taken away. Kept since the start of the program; a rule that changes begins anew.
 */
public final class RuleTimes {
    /** Of these the shortest counts: what else the machine does only makes a sample longer. */
    private static final int TRIES = 3;

    private final LongSupplier nanos;
    private final Map<String, Time> times = new ConcurrentHashMap<>();
    private int next;

    /** @param nanos counts nanoseconds from any beginning */
    public RuleTimes(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * The samples of one rule.
     *
     * @param text the rule they were taken of
     */
    public record Time(String text, long samples, Duration sum) {

        /** What an evaluation takes longer because of the rule, on average. */
        public Duration average() {
            return sum.dividedBy(Math.max(1, samples));
        }

        private Time and(Duration one) {
            return new Time(text, samples + 1, sum.plus(one));
        }
    }

    /** Takes a sample of the next few rules in turn. */
    public synchronized void sample(Ruleset ruleset, Snapshot facts, LocalDate day, int rules) {
        List<RuleInfo> all = ruleset.rules();
        long empty = shortest(ruleset.only(List.of()), facts, day);
        for (int i = 0; i < Math.min(rules, all.size()); i++) {
            RuleInfo rule = all.get(Math.floorMod(next++, all.size()));
            long alone = shortest(ruleset.only(List.of(rule.key())), facts, day);
            Duration added = Duration.ofNanos(Math.max(0, alone - empty));
            times.merge(
                    rule.key(),
                    new Time(rule.text(), 1, added),
                    (before, first) -> before.text().equals(rule.text()) ? before.and(added) : first);
        }
        times.keySet().removeIf(key -> all.stream().noneMatch(r -> r.key().equals(key)));
    }

    /** The samples of a rule as it is now; none before its first turn. */
    public Optional<Time> find(RuleInfo rule) {
        return Optional.ofNullable(times.get(rule.key()))
                .filter(time -> time.text().equals(rule.text()));
    }

    private long shortest(Ruleset rules, Snapshot facts, LocalDate day) {
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long begin = nanos.getAsLong();
            rules.evaluate(facts, day);
            shortest = Math.min(shortest, nanos.getAsLong() - begin);
        }
        return shortest;
    }
}
