package milepost.roadmap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.flags.life.Flag;
import milepost.roadmap.evaluation.Evaluated;
import milepost.rules.Ruleset;
import milepost.rules.book.InForce;
import org.jspecify.annotations.Nullable;

/**
 * A roadmap as it was known at an instant.
 *
 * @param day the day it was then for the roadmap
 * @param flags every flag there was, whatever its state, by id
 * @param rules the rules that judged it
 * @param evaluated how far its evaluation had come; null when the rules had not looked at it yet
 */
public record Then(
        Instant at,
        LocalDate day,
        Snapshot snapshot,
        List<Flag> flags,
        InForce rules,
        @Nullable Evaluated evaluated) {
    public Then {
        flags = List.copyOf(flags);
    }

    /** The same, judged by rules that were never published. */
    public Then judgedBy(Ruleset other) {
        return new Then(at, day, snapshot, flags, new InForce(0, null, false, other), evaluated);
    }

    /** The flags that counted. */
    public List<Flag> active() {
        return flags.stream().filter(Flag::counts).toList();
    }

    /** Its line in the portfolio of that time. */
    public RoadmapSummary summary() {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            counts.put(severity, 0);
        }
        active().forEach(f -> counts.merge(f.severity(), 1, Integer::sum));
        RoadmapSummary summary = RoadmapSummary.of(snapshot, counts);
        return evaluated == null ? summary.unjudged() : summary;
    }
}
