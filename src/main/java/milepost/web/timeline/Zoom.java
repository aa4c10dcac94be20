package milepost.web.timeline;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How much room the chart gives to time. */
public enum Zoom {
    /** Everything between the first and the last date, in the width there is. */
    FIT(0),
    /** Wide enough to read quarters; scrolls sideways. */
    QUARTER(96),
    /** Wide enough to read months; scrolls sideways. */
    MONTH(204);

    private final int quarterWidth;

    Zoom(int quarterWidth) {
        this.quarterWidth = quarterWidth;
    }

    /** The zoom of this name as in addresses; FIT for any other text. */
    public static Zoom of(@Nullable String name) {
        for (Zoom zoom : values()) {
            if (zoom.word().equals(name)) {
                return zoom;
            }
        }
        return FIT;
    }

    /** As in addresses: {@code fit}, {@code quarter}, {@code month}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Width of the chart in pixels, 0 for the width there is; never less than a chart needs to be read. */
    int width(Scale scale) {
        return quarterWidth == 0 ? 0 : (int) Math.max(720, scale.days() * quarterWidth / 91);
    }
}
