package milepost.web.officer.inbox;

import milepost.access.link.UpdateLink;
import milepost.facts.Milestone;
import milepost.facts.ProgressUpdate;
import milepost.web.layout.Words;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.SavedLine;
import org.jspecify.annotations.Nullable;

/**
 * What the page behind a link in a message prints.
 *
 * @param about what the report is about, null when the link has ended
 * @param sent what was reported through the link, null while nothing was
 * @param saved what the report did just now
 */
public record UpdateView(
        @Nullable About about,
        Form form,
        String action,
        @Nullable Sent sent,
        @Nullable SavedLine saved) {

    /** A milestone, and in whose name it is reported about. */
    public record About(
            String key,
            String title,
            String roadmap,
            @Nullable String due,
            String person,
            String until) {}

    /** A report as it was recorded. */
    public record Sent(
            String at,
            @Nullable Integer progress,
            @Nullable String forecast,
            String text,
            @Nullable String link) {}

    static UpdateView ended() {
        return new UpdateView(null, Form.of(java.util.Map.of()), "", null, null);
    }

    static UpdateView of(
            UpdateLink link,
            Reporting reporting,
            Form form,
            @Nullable ProgressUpdate sent,
            @Nullable SavedLine saved,
            String action) {
        Milestone m = reporting.milestone();
        var zone = reporting.snapshot().roadmap().zone();
        return new UpdateView(
                new About(
                        m.key(),
                        m.title(),
                        reporting.snapshot().roadmap().title(),
                        m.due() == null ? null : Words.date(m.due()),
                        link.person().displayName(),
                        Words.time(link.expiresAt(), zone)),
                form,
                action,
                sent == null
                        ? null
                        : new Sent(
                                Words.time(sent.recorded().at(), zone),
                                sent.progress(),
                                sent.forecast() == null ? null : Words.date(sent.forecast()),
                                sent.text(),
                                sent.source() == null ? null : sent.source().url()),
                saved);
    }
}
