package milepost.exchange.intake.plan;

import java.time.LocalDate;
import java.util.Map;
import milepost.exchange.intake.heading.Mapping;
import milepost.facts.Roadmap;
import milepost.facts.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * What shall be taken in, and where.
 *
 * @param snapshot the roadmap as it stands; null when it is made by this import
 * @param head the roadmap that is made where there is none
 * @param on the day the file speaks of
 * @param dated whether a person named that day
 * @param same rows that a person recognised, with the key of their milestone
 */
public record Request(
        Mapping mapping,
        @Nullable Snapshot snapshot,
        Roadmap head,
        LocalDate on,
        boolean dated,
        Map<Integer, String> same) {}
