package milepost.web.asof;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import milepost.roadmap.Archive;
import milepost.web.layout.Words;

/** Days as people type them into the control. */
final class Dates {
    static final String RANGE =
            "The day must lie between " + text(Archive.FIRST_DAY) + " and " + text(Archive.LAST_DAY) + ".";

    private static final List<DateTimeFormatter> FORMS =
            List.of(DateTimeFormatter.ISO_LOCAL_DATE, form("d MMM uuuu"), form("d MMMM uuuu"), form("MMM d uuuu"));

    private Dates() {}

    /** {@code 10 Nov 2025}, {@code 10 November 2025} or {@code 2025-11-10}. */
    static Optional<LocalDate> find(String typed) {
        String text = typed.replaceAll("[\\s,.]+", " ").strip();
        for (DateTimeFormatter form : FORMS) {
            try {
                return Optional.of(LocalDate.parse(text, form));
            } catch (DateTimeException e) {
                continue;
            }
        }
        return Optional.empty();
    }

    static String text(LocalDate day) {
        return Words.day(day);
    }

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.US);
    }
}
