package milepost.web.timeline;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import milepost.facts.Event;
import milepost.facts.TargetDate;
import milepost.web.layout.Words;

/** The marks of events in the last row; a title stands beside its mark where there is room. */
final class EventLayout {
    private static final double CHARACTER = 6.4 * 100 / 720;
    private static final double BESIDE = 2;

    private EventLayout() {}

    static List<Timeline.EventMark> marks(List<Event> events, Scale scale) {
        List<Event> ordered = events.stream()
                .sorted(Comparator.comparing((Event e) -> e.date().first()).thenComparing(Event::key))
                .toList();
        List<Timeline.EventMark> marks = new ArrayList<>();
        double taken = 0;
        for (int i = 0; i < ordered.size(); i++) {
            Event e = ordered.get(i);
            double x = middle(e.date(), scale);
            double next = i + 1 < ordered.size() ? middle(ordered.get(i + 1).date(), scale) : 100;
            double needed = BESIDE + e.title().length() * CHARACTER;
            boolean after = x + needed < next;
            boolean before = !after && x - needed > taken;
            taken = after ? x + needed : x + BESIDE;
            String text = after || before ? e.title() : "";
            String name = Words.date(e.date()) + ": " + e.title();
            marks.add(new Timeline.EventMark(e.key(), Scale.percent(x), name, text, before));
        }
        return marks;
    }

    private static double middle(TargetDate date, Scale scale) {
        long days = ChronoUnit.DAYS.between(date.first(), date.last());
        return scale.at(date.first().plusDays(days / 2));
    }
}
