package milepost.roadmap;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import milepost.db.Transaction;
import milepost.facts.Problem;
import milepost.roadmap.fact.Baseline;
import milepost.roadmap.history.Moment;
import milepost.roadmap.store.Change;
import milepost.roadmap.store.LogStore;
import milepost.roadmap.store.NoteStore;
import org.jspecify.annotations.Nullable;

/** Understands how people name a moment: a day, an instant, the number of a change, or a baseline. */
final class Moments {
    private final LogStore log = new LogStore();
    private final NoteStore notes = new NoteStore();

    /**
     * What is asked for.
     *
     * @param field how the asker calls it when it cannot be understood
     * @param latest the last instant that is known, null for now
     */
    record Asked(
            String roadmap,
            ZoneId zone,
            String field,
            @Nullable String text,
            @Nullable Instant latest) {}

    /**
     * The moment; no text stands for the last that is known, a day for its end in the zone of the roadmap.
     *
     * @throws Problem INVALID with the field when it cannot be understood, or names nothing
     */
    Moment find(Transaction tx, Asked asked) {
        String text = asked.text() == null ? "" : asked.text().strip();
        Moment moment = text.isEmpty()
                ? at(tx, asked, asked.latest() == null ? tx.now() : asked.latest(), null)
                : named(tx, asked, text);
        if (asked.latest() != null && moment.at().isAfter(asked.latest())) {
            throw wrong(asked, "This moment lies after " + asked.latest() + ", up to which the record is read.");
        }
        return moment;
    }

    private Moment named(Transaction tx, Asked asked, String text) {
        if (text.matches("\\d{1,18}")) {
            Change change = log.find(tx, asked.roadmap(), Long.parseLong(text))
                    .orElseThrow(() -> wrong(asked, "There is no change " + text + " of this roadmap."));
            return new Moment(change.at(), change.id(), null);
        }
        if (text.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
            return at(tx, asked, instant(asked, text), null);
        }
        Baseline baseline = notes.baselines(tx, asked.roadmap(), asked.latest()).stream()
                .filter(b -> b.key().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> wrong(
                                asked,
                                "There is no baseline \"" + text
                                        + "\"; name a baseline, a day such as 2025-12-01, an instant, or the number of a change."));
        return at(tx, asked, baseline.moment(), baseline);
    }

    private Moment at(Transaction tx, Asked asked, Instant at, @Nullable Baseline baseline) {
        long change = log.findLast(tx, asked.roadmap(), at).map(Change::id).orElse(0L);
        return new Moment(at, change, baseline);
    }

    /** The last millisecond of the day counts as its end, for that is how exactly instants are stored. */
    private static Instant instant(Asked asked, String text) {
        try {
            Instant at = text.length() == 10
                    ? LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(asked.zone())
                            .toInstant()
                            .minusMillis(1)
                    : Instant.parse(text);
            if (!Archive.reaches(at.atZone(asked.zone()).toLocalDate())) {
                throw wrong(
                        asked,
                        "The year must be between " + Archive.FIRST_DAY.getYear() + " and " + Archive.LAST_DAY.getYear()
                                + ".");
            }
            return at;
        } catch (DateTimeException e) {
            throw wrong(
                    asked,
                    "\"" + text
                            + "\" is neither a day such as 2025-12-01 nor an instant such as 2025-12-01T09:00:00Z.");
        }
    }

    private static Problem wrong(Asked asked, String sentence) {
        return new Problem(Problem.Kind.INVALID, sentence, List.of(new Problem.FieldError(asked.field(), sentence)));
    }
}
