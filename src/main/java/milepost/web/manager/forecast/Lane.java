package milepost.web.manager.forecast;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import milepost.facts.Severity;
import milepost.flags.decision.Triage;
import milepost.flags.life.Flag;
import milepost.foresight.ForecastEvent;
import milepost.web.layout.Marks;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/** One flag over the days to come: bars while it is there, marks where something happens. */
public record Lane(String subject, String title, String href, Severity severity, List<Bar> bars, List<Mark> marks) {

    /** A span in which the flag is there; places in percent. */
    public record Bar(double x, double width, String paint, boolean projected) {}

    /**
     * Something that happens.
     *
     * @param glyph null where the flag clears
     * @param label what and when; empty where there is no room
     * @param left whether the label stands before the mark, because there is no room after it
     */
    public record Mark(double x, @Nullable String glyph, String label, boolean left) {}

    /** Draws a lane from left to right. */
    static final class Builder {
        private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
        private static final double ROOM = 82;
        private static final double LABEL = 13;

        private final Horizon horizon;
        private final List<Bar> bars = new ArrayList<>();
        private final List<Mark> marks = new ArrayList<>();
        private double from;
        private @Nullable String paint;
        private boolean projected;

        Builder(Horizon horizon) {
            this.horizon = horizon;
        }

        /** The flag is there already. */
        void begin(Flag flag) {
            paint = flag.triage() == Triage.ACCEPTED ? "f-line" : "c-" + Marks.tone(flag.severity());
        }

        void next(ForecastEvent e) {
            double x = horizon.x(e.date());
            close(x);
            boolean gone = e.event() == ForecastEvent.Kind.CLEARED;
            paint = gone ? null : "o o-" + Marks.tone(e.severity());
            projected = true;
            from = x;
            String label = Words.sentence(e.event().name()) + " " + DAY.format(e.date());
            crowded(x);
            marks.add(new Mark(x, gone ? null : Marks.glyph(e.severity()), label, x > ROOM));
        }

        Lane end(LocalDate until, String subject, String title, String href, Severity severity) {
            close(horizon.x(until));
            return new Lane(subject, title, href, severity, List.copyOf(bars), List.copyOf(marks));
        }

        /** A label that would run into the next mark is left out; the table says it. */
        private void crowded(double x) {
            int last = marks.size() - 1;
            if (last >= 0 && x - marks.get(last).x() < LABEL) {
                Mark mark = marks.get(last);
                marks.set(last, new Mark(mark.x(), mark.glyph(), "", mark.left()));
            }
        }

        private void close(double x) {
            if (paint != null && x > from) {
                bars.add(new Bar(from, Math.round((x - from) * 100) / 100.0, paint, projected));
            }
        }
    }
}
