package milepost.web.layout;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import milepost.facts.Indicator;
import milepost.facts.Observation;
import milepost.facts.Snapshot;
import milepost.flags.life.Flag;

/** Which value of an indicator counts, in which order indicators stand and which flags are about one; the same on every page. */
public final class Readings {
    private Readings() {}

    /** Every indicator in the order of the chain; those without a stage come last. */
    public static List<Indicator> ordered(Snapshot snapshot) {
        List<String> stages = snapshot.roadmap().stages();
        return snapshot.indicators().stream()
                .sorted(Comparator.comparing((Indicator i) -> place(i, stages))
                        .thenComparing(Indicator::key, NaturalOrder.BY_NUMBERS))
                .toList();
    }

    /** The place of its stage in the chain; behind the last one when it has none. */
    public static int place(Indicator indicator, List<String> stages) {
        int place = indicator.stage() == null ? -1 : stages.indexOf(indicator.stage());
        return place < 0 ? stages.size() : place;
    }

    /** The value that counts: the one measured last; of those without a date the one recorded last. */
    public static Optional<Observation> findLatest(Snapshot snapshot, String indicator) {
        Comparator<Observation> byDate = Comparator.comparing(
                o -> o.date() == null ? LocalDate.MIN : o.date().last());
        return snapshot.observations().stream()
                .filter(o -> o.indicator().equals(indicator))
                .max(byDate.thenComparing(o -> o.recorded().at()).thenComparing(Observation::key));
    }

    /** Whether a flag is about an indicator or was found through it. */
    public static boolean about(Flag flag, Indicator indicator) {
        return flag.subject().equals(indicator.key())
                || flag.evidence().stream()
                        .anyMatch(e -> e.fact().equals("Indicator") && Objects.equals(e.key(), indicator.key()));
    }
}
