package milepost.facts;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan that follows from a directive.
 *
 * @param key short and unique, such as {@code REE}
 * @param home ISO 3166 code of the jurisdiction whose plan it is
 * @param accountable who answers for it, as the source names them
 * @param directive the text that ordered it
 * @param published the day the directive was published
 * @param zone where its days begin and end
 * @param stages names of the chain in order, such as reserves, extraction, processing, demand
 */
public record Roadmap(
        String key,
        String title,
        @Nullable String description,
        String home,
        @Nullable String accountable,
        @Nullable Source directive,
        @Nullable LocalDate published,
        ZoneId zone,
        List<String> stages,
        Recorded recorded) {

    public Roadmap {
        stages = List.copyOf(stages);
    }
}
