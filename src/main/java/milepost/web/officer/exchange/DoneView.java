package milepost.web.officer.exchange;

import milepost.web.layout.Links;
import milepost.web.officer.form.SavedLine;

/**
 * The page after an import.
 *
 * @param more flags that the import touched beyond those in the line
 */
public record DoneView(String file, String title, String sentence, SavedLine line, int more, String back) {

    static DoneView of(Upload upload, Outcome outcome) {
        return new DoneView(
                upload.file(),
                outcome.title(),
                outcome.sentence(),
                outcome.line(),
                outcome.more(),
                Links.roadmap(outcome.roadmap()));
    }

    public String flags() {
        return "/flags?roadmap=" + back.substring("/roadmaps/".length());
    }
}
