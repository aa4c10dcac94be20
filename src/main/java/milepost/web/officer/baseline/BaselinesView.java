package milepost.web.officer.baseline;

import java.util.List;
import milepost.web.officer.form.Form;

/**
 * What the page of the baselines prints.
 *
 * @param base address of the roadmap
 * @param manager whether the visitor may set and remove them
 */
public record BaselinesView(String roadmap, String base, boolean manager, List<Row> rows, Form form) {

    /** One baseline. */
    public record Row(String key, String name, String moment, String approver, String reason, String by, String at) {}
}
