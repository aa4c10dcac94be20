package milepost.web.officer.baseline;

import milepost.web.officer.form.Form;

/**
 * What the page prints that removes one baseline or sets another first promise.
 *
 * @param base address of the roadmap
 * @param subject name of the baseline, or key and title of the milestone
 * @param home where the visitor comes from
 * @param action where the form is sent
 * @param now the first promise as it is, empty for none
 */
public record BaselineView(
        String roadmap, String base, String subject, String home, String action, String now, Form form) {}
