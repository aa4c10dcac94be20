package milepost.web.officer.notes;

import milepost.web.officer.form.Form;

/** What the page prints on which a comment that could not be added is put right. */
public record CommentView(String roadmap, String base, String milestone, String home, Form form) {}
