package milepost.web.officer.slips;

import java.util.List;
import milepost.web.asof.Control;
import org.jspecify.annotations.Nullable;

/**
 * What the page of the slips prints.
 *
 * @param base address of the roadmap
 * @param control what moves the page through time
 * @param rule when a move needs a reason
 * @param chart null when no milestone ever had a due date
 * @param undated how many milestones never had one
 */
public record SlipsView(
        String roadmap,
        String base,
        Control control,
        String rule,
        @Nullable SlipChart chart,
        List<Row> rows,
        int undated) {

    /**
     * One milestone in the table.
     *
     * @param href its page, null when it is gone
     */
    public record Row(String key, String title, @Nullable String href, PromiseText text) {}
}
