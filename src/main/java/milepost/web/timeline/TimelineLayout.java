package milepost.web.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import milepost.facts.Event;
import milepost.facts.Milestone;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.facts.TargetDate;
import milepost.web.layout.Words;

/** Lays out the milestones of a roadmap over time. */
public final class TimelineLayout {
    /** Events further than this before everything else would squeeze the chart; they stay in the table. */
    private static final int EVENT_REACH_DAYS = 370;

    private final Snapshot snapshot;
    private final LocalDate day;
    private final LocalDate today;
    private final Zoom zoom;

    /**
     * A roadmap looked at on a day.
     *
     * @param day the day that decides what is late
     * @param today the day it is, which has its own line when it is another
     */
    public TimelineLayout(Snapshot snapshot, LocalDate day, LocalDate today, Zoom zoom) {
        this.snapshot = snapshot;
        this.day = day;
        this.today = today;
        this.zoom = zoom;
    }

    /**
     * The drawing.
     *
     * @param milestones in the order of the rows
     * @param flags active severities by milestone key, worst first
     */
    public Timeline of(List<Milestone> milestones, Map<String, List<Severity>> flags) {
        return grouped(List.of(Lane.whole(milestones)), flags);
    }

    /** The drawing of milestones in groups, one under the other over the same time. */
    public Timeline grouped(List<Lane> lanes, Map<String, List<Severity>> flags) {
        Scale scale = Scale.over(
                dates(lanes.stream().flatMap(lane -> lane.milestones().stream()).toList()));
        Places places = Places.of(scale, day, lanes);
        List<Timeline.Part> parts = new ArrayList<>();
        int height = Timeline.HEAD;
        for (Lane lane : lanes) {
            List<Timeline.Row> rows = lane.group().open() ? rows(lane.milestones(), places, flags) : List.of();
            parts.add(new Timeline.Part(lane.headed() ? lane.group() : null, height, rows));
            height += lane.height() * Timeline.ROW;
        }
        return new Timeline(
                zoom,
                zoom.width(scale),
                height + (events(scale).isEmpty() ? 0 : Timeline.ROW) + 1,
                Words.day(scale.from()) + " to " + Words.day(scale.to()),
                Scale.percent(scale.at(today)),
                day.equals(today) ? null : line(scale),
                Axis.ticks(scale, zoom),
                new LinkLayout(places).links(snapshot.dependencies()),
                parts,
                EventLayout.marks(events(scale), scale));
    }

    private List<Timeline.Row> rows(List<Milestone> milestones, Places places, Map<String, List<Severity>> flags) {
        List<Timeline.Row> rows = new ArrayList<>();
        for (Milestone m : milestones) {
            boolean linkFromRight = places.undated(m) && linkFromRight(m, places);
            rows.add(new RowLayout(places, m).row(flags.getOrDefault(m.key(), List.of()), linkFromRight));
        }
        return rows;
    }

    private Timeline.Line line(Scale scale) {
        boolean before = day.isBefore(today);
        return new Timeline.Line(Scale.percent(scale.at(day)), "As of " + Words.day(day), before ? "end" : "start");
    }

    private boolean linkFromRight(Milestone successor, Places places) {
        return snapshot.dependencies().stream()
                .filter(d -> d.successor().equals(successor.key()))
                .map(d -> places.find(d.predecessor()))
                .flatMapToInt(OptionalInt::stream)
                .mapToDouble(row -> places.end(places.milestones().get(row)))
                .anyMatch(end -> end > places.begin(successor) + Places.TOUCHING);
    }

    private List<LocalDate> dates(List<Milestone> milestones) {
        List<LocalDate> dates = new ArrayList<>(List.of(today, day));
        milestones.stream()
                .flatMap(m -> Stream.of(m.start(), m.due(), m.baseline(), m.forecast(), m.completedOn()))
                .filter(Objects::nonNull)
                .flatMap(d -> Stream.of(d.first(), d.last()))
                .forEach(dates::add);
        LocalDate reach = dates.stream().min(LocalDate::compareTo).orElse(today).minusDays(EVENT_REACH_DAYS);
        snapshot.events().stream()
                .map(Event::date)
                .map(TargetDate::first)
                .filter(d -> d.isAfter(reach))
                .forEach(dates::add);
        return dates;
    }

    private List<Event> events(Scale scale) {
        return snapshot.events().stream()
                .filter(e -> !e.date().first().isBefore(scale.from()))
                .toList();
    }
}
