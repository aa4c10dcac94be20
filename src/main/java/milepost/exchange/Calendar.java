package milepost.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A calendar of whole days that others can subscribe to, written as iCalendar (RFC 5545).
 *
 * @param name what a calendar program calls it
 */
public record Calendar(String name, List<Entry> entries) {
    /** The type of the text that {@link #text} gives. */
    public static final String TYPE = "text/calendar";

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    public Calendar {
        entries = List.copyOf(entries);
    }

    /**
     * One entry.
     *
     * @param uid the same for ever, so that a program which read it before moves it and makes no second one
     * @param stamp when what it says was recorded
     * @param day the whole day it stands on
     * @param description more about it; null for nothing
     * @param url where it can be read about; null for nowhere
     * @param category by which a program may colour it
     */
    public record Entry(
            String uid,
            Instant stamp,
            LocalDate day,
            String summary,
            @Nullable String description,
            @Nullable String url,
            String category) {}

    /** The text, with CRLF behind every line and no line longer than 75 octets. */
    public String text() {
        ContentLines out = new ContentLines()
                .add("BEGIN", "VCALENDAR")
                .add("VERSION", "2.0")
                .add("PRODID", "-//Milepost//Milepost//EN")
                .add("CALSCALE", "GREGORIAN")
                .add("METHOD", "PUBLISH")
                .text("NAME", name)
                .text("X-WR-CALNAME", name)
                .add("REFRESH-INTERVAL;VALUE=DURATION", "PT6H")
                .add("X-PUBLISHED-TTL", "PT6H");
        entries.forEach(entry -> write(entry, out));
        return out.add("END", "VCALENDAR").toString();
    }

    private static void write(Entry entry, ContentLines out) {
        out.add("BEGIN", "VEVENT")
                .text("UID", entry.uid())
                .add("DTSTAMP", STAMP.format(entry.stamp()))
                .add("DTSTART;VALUE=DATE", DAY.format(entry.day()))
                .add("DTEND;VALUE=DATE", DAY.format(entry.day().plusDays(1)))
                .text("SUMMARY", entry.summary());
        if (entry.description() != null) {
            out.text("DESCRIPTION", entry.description());
        }
        if (entry.url() != null) {
            out.add("URL", entry.url());
        }
        out.text("CATEGORIES", entry.category()).add("TRANSP", "TRANSPARENT").add("END", "VEVENT");
    }
}
