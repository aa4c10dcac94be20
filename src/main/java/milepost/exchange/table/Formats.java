package milepost.exchange.table;

import org.jspecify.annotations.Nullable;

/** Whether a number format of a workbook shows a date. */
final class Formats {
    private Formats() {}

    static boolean date(@Nullable Integer id, @Nullable String format) {
        if (id != null && ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58))) {
            return true;
        }
        if (format == null) {
            return false;
        }
        String bare = format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.", "").toLowerCase(java.util.Locale.ROOT);
        return bare.contains("yy") || bare.matches(".*\\bd+\\b.*m.*") || bare.matches(".*m+.*\\bd+\\b.*");
    }
}
