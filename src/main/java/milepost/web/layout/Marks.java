package milepost.web.layout;

import java.util.Locale;
import milepost.facts.Severity;
import milepost.facts.Status;
import milepost.roadmap.Health;

/** Which mark and which colour stands for what; the words beside it come from {@link Words}. */
public final class Marks {
    private Marks() {}

    /** The symbol of a severity for text. */
    public static String icon(Severity severity) {
        return "sev-" + severity.name().toLowerCase(Locale.ROOT);
    }

    /** The mark of a severity for charts, drawn round its middle. */
    public static String glyph(Severity severity) {
        return "g-" + severity.name().toLowerCase(Locale.ROOT);
    }

    public static String tone(Severity severity) {
        return switch (severity) {
            case LOW -> "low";
            case MEDIUM -> "med";
            case HIGH -> "high";
            case CRITICAL -> "crit";
        };
    }

    public static String icon(Status status) {
        return "s-" + status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static String icon(Health health) {
        return switch (health) {
            case ON_TRACK -> "h-on";
            case AT_RISK -> "sev-high";
            case OFF_TRACK -> "sev-critical";
            case NO_DATES, NOT_JUDGED -> "h-unk";
        };
    }

    public static String tone(Health health) {
        return switch (health) {
            case ON_TRACK -> "ok";
            case AT_RISK -> "high";
            case OFF_TRACK -> "crit";
            case NO_DATES, NOT_JUDGED -> "mut";
        };
    }
}
