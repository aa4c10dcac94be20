package milepost.web.officer.period;

import java.util.List;
import milepost.web.officer.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * What the page of the periods prints.
 *
 * @param base address of the roadmap
 * @param manager whether the visitor may freeze one
 * @param today the last day that can be part of one
 */
public record PeriodsView(String roadmap, String base, boolean manager, String today, List<Row> rows, Form form) {

    /**
     * A frozen period.
     *
     * @param corrects name of the period it takes the place of, with the reason beside it
     * @param corrected name of the period that takes its place
     */
    public record Row(
            String name,
            String brief,
            String from,
            String to,
            String by,
            String at,
            String rules,
            @Nullable String corrects,
            @Nullable String reason,
            @Nullable String corrected) {}

    /** The periods that can be corrected. */
    public List<String> correctable() {
        return rows.stream()
                .filter(row -> row.corrected() == null)
                .map(Row::name)
                .toList();
    }
}
