package milepost.exchange.intake.heading;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the cells of a column go. */
public enum Target {
    KEY("Key"),
    ID("Identifier elsewhere"),
    TITLE("Title"),
    DESCRIPTION("Description"),
    STREAM("Stream or department"),
    STAGE("Stage"),
    STATUS("Status"),
    PROGRESS("Progress"),
    START("Start"),
    DUE("Due"),
    FORECAST("Forecast"),
    COMPLETED("Completed on"),
    OWNER("Officer"),
    RATING("Rating by colour"),
    AMOUNT("Amount"),
    VALUE("Other value"),
    IGNORE("Leave out");

    private final String label;

    Target(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Its word in profiles and forms. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Target of(String word) {
        for (Target target : values()) {
            if (target.word().equals(word)) {
                return target;
            }
        }
        return null;
    }

    /** Whether several columns may have it, each with a name of its own. */
    public boolean named() {
        return this == RATING || this == AMOUNT || this == VALUE;
    }

    public boolean date() {
        return this == START || this == DUE || this == FORECAST || this == COMPLETED;
    }

    /** Name of the attribute that keeps what the source says of it; null when the milestone itself keeps all. */
    public @Nullable String attribute() {
        return switch (this) {
            case ID -> "external id";
            case START -> "start date";
            case DUE -> "end date";
            case FORECAST -> "forecast date";
            case COMPLETED -> "completion date";
            default -> null;
        };
    }
}
