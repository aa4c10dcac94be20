package milepost.rules.engine.run;

import java.time.Duration;

/**
 * What rules may use up in one evaluation. A rule that goes beyond is set aside, the others are evaluated without it. Texts are
 * bounded besides: 32,000 characters while a rule puts one together, 2,000 in a message.
 *
 * @param combinations of facts that a rule may have to hold at once, reckoned beforehand from the facts there are
 * @param steps tests of one fact against others, for each rule
 * @param time of one evaluation, whose runs have half of what is left each; a run over all rules where there is only one
 * @param bytes allocated by one run over all rules
 * @param reports of each rule
 * @param setAside rules that may be set aside one after another before the evaluation as a whole counts as failed
 */
public record Budget(long combinations, long steps, Duration time, long bytes, int reports, int setAside) {

    /** Bears 20,000 milestones with the shipped rules, and ends an attack within seconds. */
    public static final Budget DEFAULT =
            new Budget(1_000_000, 200_000_000, Duration.ofSeconds(10), 4L << 30, 100_000, 16);

    /** The same with half of that time, to the nearest hundredth of a second; none if it is over. */
    public Budget halfOf(Duration left) {
        Duration half = Duration.ofMillis(10 * Math.max(0, Math.round(left.toMillis() / 20.0)));
        return new Budget(combinations, steps, half, bytes, reports, setAside);
    }
}
