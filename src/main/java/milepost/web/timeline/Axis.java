package milepost.web.timeline;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The marks of time along the top: months, quarters or years, whichever can be read in the room there is. */
final class Axis {
    private static final int MOST_MONTHS_THAT_FIT = 8;
    private static final int MOST_QUARTERS_THAT_FIT = 16;
    private static final int MOST_QUARTERS_BESIDE_YEARS = 6;

    /** Beyond that, in percent, words would leave the drawing; the line stays. */
    private static final double LAST_WITH_ROOM = 92;

    private Axis() {}

    static List<Timeline.Tick> ticks(Scale scale, Zoom zoom) {
        int step = step(scale, zoom);
        LocalDate first = step == 12 ? LocalDate.of(scale.from().getYear(), 1, 1) : scale.from();
        boolean tight = step == 3 && scale.days() / 91 > MOST_QUARTERS_BESIDE_YEARS;
        List<Timeline.Tick> ticks = new ArrayList<>();
        for (LocalDate day = first; day.isBefore(scale.to()); day = day.plusMonths(step)) {
            boolean opening = !day.isAfter(scale.from());
            boolean year = day.getMonthValue() == 1 || opening;
            boolean room = scale.at(day) < LAST_WITH_ROOM;
            ticks.add(new Timeline.Tick(
                    Scale.percent(scale.at(day)),
                    opening ? 0 : 5,
                    day.getMonthValue() == 1,
                    year && room ? String.valueOf(day.getYear()) : "",
                    room && !(year && tight) ? part(day, step) : ""));
        }
        return ticks;
    }

    /** Months between two marks. */
    private static int step(Scale scale, Zoom zoom) {
        long months = scale.days() / 30;
        return switch (zoom) {
            case MONTH -> 1;
            case QUARTER -> 3;
            case FIT -> months <= MOST_MONTHS_THAT_FIT ? 1 : months <= 3 * MOST_QUARTERS_THAT_FIT ? 3 : 12;
        };
    }

    private static String part(LocalDate day, int step) {
        return switch (step) {
            case 1 -> day.getMonth().getDisplayName(TextStyle.SHORT, Locale.US);
            case 3 -> "Q" + day.get(IsoFields.QUARTER_OF_YEAR);
            default -> "";
        };
    }
}
