package milepost.db;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How values stand in columns. */
public final class Columns {
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Columns() {}

    /** ISO text in UTC of always the same width, so that text order is time order. */
    public static String text(Instant instant) {
        return INSTANT.format(instant);
    }
}
