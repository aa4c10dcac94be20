package milepost.web.officer.roadmap;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Observation;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.facts.Source;
import milepost.facts.TargetDate;
import milepost.flags.life.Flag;
import milepost.web.asof.Moment;
import milepost.web.layout.Links;
import milepost.web.layout.Readings;
import milepost.web.layout.Redirects;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * One indicator with its latest value.
 *
 * @param step whether it stands at a later stage of the chain than the one before it
 * @param value null when none was ever recorded
 * @param period when it was measured with how long ago that is, null without a value
 * @param target with its unit, null when none is recorded
 * @param requiredBy open milestones that rest on it
 * @param flags active flags that are about it or were found through it
 * @param edit the form of the indicator
 * @param add the form for another value
 */
public record Gauge(
        String key,
        String title,
        @Nullable String stage,
        boolean step,
        @Nullable String value,
        String unit,
        @Nullable String period,
        @Nullable Source source,
        @Nullable String target,
        List<String> requiredBy,
        List<Mark> flags,
        String edit,
        String add) {

    /** A flag at a gauge. */
    public record Mark(Severity severity, String message, String subject, String href) {}

    /** Every indicator in the order of the chain; those without a stage come last. */
    static List<Gauge> strip(Scene scene) {
        Snapshot snapshot = scene.snapshot();
        List<String> stages = snapshot.roadmap().stages();
        List<Gauge> strip = new ArrayList<>();
        int before = -1;
        for (Indicator indicator : Readings.ordered(snapshot)) {
            int place = Readings.place(indicator, stages);
            boolean step = before >= 0 && place > before && place < stages.size();
            strip.add(of(indicator, step, scene));
            before = place;
        }
        return strip;
    }

    private static Gauge of(Indicator i, boolean step, Scene scene) {
        Snapshot snapshot = scene.snapshot();
        Observation latest = Readings.findLatest(snapshot, i.key()).orElse(null);
        String base = Links.roadmap(snapshot.roadmap().key());
        return new Gauge(
                i.key(),
                i.title(),
                i.stage(),
                step,
                latest == null ? null : latest.value().toPlainString(),
                i.unit(),
                latest == null ? null : period(latest.date(), scene.day()),
                latest != null && latest.source() != null ? latest.source() : i.source(),
                i.target() == null ? null : i.target().toPlainString() + " " + i.unit(),
                snapshot.milestones().stream()
                        .filter(m -> m.open() && m.requires().contains(i.key()))
                        .map(Milestone::key)
                        .toList(),
                scene.flags().stream()
                        .filter(f -> Readings.about(f, i))
                        .map(f -> mark(f, scene.moment()))
                        .toList(),
                base + "/indicators/" + i.key(),
                base + "/observations/new?indicator=" + Redirects.encode(i.key()));
    }

    private static Mark mark(Flag flag, Moment moment) {
        return new Mark(flag.severity(), flag.message(), flag.subject(), Head.href(flag, moment));
    }

    private static String period(@Nullable TargetDate date, LocalDate today) {
        if (date == null) {
            return "Date not stated in source";
        }
        long days = ChronoUnit.DAYS.between(date.last(), today);
        long months = ChronoUnit.MONTHS.between(date.last(), today);
        if (days <= 0) {
            return Words.date(date);
        }
        return Words.date(date) + ", " + (months < 2 ? Words.count(days, "day") : Words.count(months, "month"))
                + " old";
    }
}
