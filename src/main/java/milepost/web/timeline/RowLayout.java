package milepost.web.timeline;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import milepost.facts.Milestone;
import milepost.facts.Precision;
import milepost.facts.Severity;
import milepost.facts.Status;
import milepost.facts.TargetDate;
import milepost.web.layout.Marks;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/** The drawing of one milestone. */
final class RowLayout {
    private static final int GLYPH = 17;
    private static final int BESIDE_MARK = 14;
    private static final double CHARACTER = 6.4;
    /** That of a brief, which must not be left by a label on either side. */
    private static final int NARROWEST_CHART = 560;

    private final Places places;
    private final Milestone m;
    private final int y;
    private final List<Timeline.Bar> bars = new ArrayList<>();
    private final List<Timeline.Stroke> strokes = new ArrayList<>();
    private final List<Timeline.Mark> marks = new ArrayList<>();

    RowLayout(Places places, Milestone m) {
        this.places = places;
        this.m = m;
        this.y = places.y(m);
    }

    Timeline.Row row(List<Severity> flags, boolean linkFromRight) {
        draw();
        String text = text();
        String counted = flags.isEmpty() ? "" : ", " + Words.count(flags.size(), "flag");
        String name = m.key() + " " + m.title() + ": " + text + ". " + Words.status(m.status()) + counted;
        Timeline.Label label = label(text, flags, linkFromRight);
        return new Timeline.Row(m.key(), m.title(), m.status(), name, y, bars, strokes, marks, label);
    }

    private void draw() {
        if (m.start() != null && !places.undated(m)) {
            stroke("spanb", places.begin(m), places.end(m));
        }
        if (done()) {
            drawDue(m.completedOn() != null
                    && m.due() != null
                    && !m.completedOn().equals(m.due()));
            mark("m-done", places.end(m));
            return;
        }
        drawBaseline();
        drawForecast();
        drawDue(m.due() != null);
        if (places.undated(m)) {
            mark("m-none", places.end(m));
        }
    }

    private void drawDue(boolean shown) {
        if (shown && m.due() != null) {
            bar("span", m.due());
            mark(m.status() == Status.CANCELLED ? "m-none" : "m-due", at(m.due()));
        }
    }

    private void drawBaseline() {
        if (m.baseline() != null
                && m.due() != null
                && !m.baseline().last().equals(m.due().last())) {
            stroke("spanb promise", at(m.baseline()), at(m.due()));
            mark("m-base", at(m.baseline()));
        }
    }

    private void drawForecast() {
        if (!forecastDiffers() || m.forecast() == null) {
            return;
        }
        bar("spanf", m.forecast());
        boolean early = m.due() == null || m.forecast().last().isBefore(m.due().last());
        if (m.due() != null) {
            stroke(early ? "spanb" : "slip", at(m.due()), at(m.forecast()));
        }
        marks.add(new Timeline.Mark("m-fc", Scale.percent(at(m.forecast())), y, early));
    }

    private String text() {
        if (m.status() == Status.CANCELLED) {
            return "Cancelled";
        }
        if (done()) {
            return m.completedOn() == null ? "Done, date not recorded" : "Done " + Words.date(m.completedOn());
        }
        if (m.due() == null) {
            return m.forecast() == null ? "No due date" : "No due date, forecast " + Words.date(m.forecast());
        }
        String due = Words.date(m.due());
        return forecastDiffers() && m.forecast() != null
                ? due + " → " + Words.date(m.forecast()) + " (" + shift(m.due(), m.forecast()) + ")"
                : due;
    }

    private Timeline.Label label(String text, List<Severity> flags, boolean linkFromRight) {
        double last = Math.max(places.end(m), at(forecastDiffers() ? m.forecast() : null));
        double first = Math.min(places.begin(m), at(done() ? null : m.baseline()));
        double needed = 100 * (BESIDE_MARK + flags.size() * GLYPH + text.length() * CHARACTER) / NARROWEST_CHART;
        boolean tooFar = last + needed > 100;
        boolean over = tooFar && first <= needed && last > needed;
        boolean before = linkFromRight || over || (tooFar && first > needed);
        int side = before ? -1 : 1;
        List<Timeline.Glyph> glyphs = new ArrayList<>();
        for (int i = 0; i < flags.size(); i++) {
            glyphs.add(new Timeline.Glyph(Marks.glyph(flags.get(i)), side * (18 + i * GLYPH)));
        }
        int dx = side * (BESIDE_MARK + flags.size() * GLYPH);
        return new Timeline.Label(Scale.percent(before && !over ? first : last), y, dx, before, text, glyphs);
    }

    private boolean done() {
        return m.status() == Status.DONE;
    }

    private boolean forecastDiffers() {
        return m.open()
                && m.forecast() != null
                && (m.due() == null || !m.forecast().last().equals(m.due().last()));
    }

    private void mark(String icon, double x) {
        marks.add(new Timeline.Mark(icon, Scale.percent(x), y, false));
    }

    private void stroke(String css, double from, double to) {
        strokes.add(new Timeline.Stroke(css, Scale.percent(from), Scale.percent(to), y));
    }

    private void bar(String css, TargetDate date) {
        if (Places.wide(date)) {
            double first = places.scale().at(date.first());
            bars.add(new Timeline.Bar(css, Scale.percent(first), Scale.percent(at(date) - first), y));
        }
    }

    /** Without a date the end of the milestone, which moves neither its first nor its last mark. */
    private double at(@Nullable TargetDate date) {
        return date == null ? places.end(m) : places.scale().at(date.last());
    }

    /** {@code +11 d}, {@code +1 quarter}, {@code -2 d}. */
    private static String shift(TargetDate due, TargetDate forecast) {
        long days = ChronoUnit.DAYS.between(due.last(), forecast.last());
        String sign = days > 0 ? "+" : "−";
        if (due.precision() == Precision.QUARTER && forecast.precision() == Precision.QUARTER) {
            long months = ChronoUnit.MONTHS.between(due.first(), forecast.first());
            return sign + Words.count(Math.abs(months) / 3, "quarter");
        }
        return sign + Math.abs(days) + " d";
    }
}
