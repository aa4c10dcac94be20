package milepost.web.officer.roadmap;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import milepost.facts.Event;
import milepost.facts.Indicator;
import milepost.facts.Observation;
import milepost.facts.Restriction;
import milepost.facts.Snapshot;
import milepost.facts.Source;
import milepost.web.layout.Links;
import milepost.web.layout.Words;
import milepost.web.officer.form.Countries;
import org.jspecify.annotations.Nullable;

/** What bears on a roadmap from outside, and the values behind its gauges. */
public record Surroundings(List<Measure> restrictions, List<Happening> events, List<Value> values) {

    /** A restriction in words. */
    public record Measure(
            String title,
            String kind,
            String by,
            String against,
            @Nullable String sector,
            String period,
            boolean inForce,
            @Nullable String note,
            @Nullable Source source,
            String edit) {}

    /** An event in words. */
    public record Happening(
            String key,
            String title,
            String date,
            @Nullable String description,
            @Nullable Source source,
            String edit) {}

    /** One value of an indicator. */
    public record Value(
            String indicator,
            String value,
            String date,
            @Nullable String note,
            @Nullable Source source,
            String edit) {}

    static Surroundings of(Snapshot snapshot, LocalDate today) {
        String base = Links.roadmap(snapshot.roadmap().key());
        return new Surroundings(
                snapshot.restrictions().stream()
                        .sorted(Comparator.comparing(Restriction::title))
                        .map(r -> measure(r, today, base))
                        .toList(),
                snapshot.events().stream()
                        .sorted(Comparator.comparing((Event e) -> e.date().last())
                                .thenComparing(Event::key)
                                .reversed())
                        .map(e -> happening(e, base))
                        .toList(),
                snapshot.indicators().stream()
                        .flatMap(i -> snapshot.observations().stream()
                                .filter(o -> o.indicator().equals(i.key()))
                                .map(o -> value(i, o, base)))
                        .toList());
    }

    private static Measure measure(Restriction r, LocalDate today, String base) {
        return new Measure(
                r.title(),
                Words.sentence(r.kind().name()),
                countries(r.imposedBy()),
                countries(r.targets()),
                r.sector(),
                period(r),
                r.inForce(today),
                r.note(),
                r.source(),
                base + "/restrictions/" + r.key());
    }

    private static Happening happening(Event e, String base) {
        return new Happening(
                e.key(), e.title(), Words.date(e.date()), e.description(), e.source(), base + "/events/" + e.key());
    }

    private static Value value(Indicator i, Observation o, String base) {
        return new Value(
                i.title(),
                o.value().toPlainString() + " " + i.unit(),
                o.date() == null ? "Not stated in source" : Words.date(o.date()),
                o.note(),
                o.source() != null ? o.source() : i.source(),
                base + "/observations/" + o.key());
    }

    private static String period(Restriction r) {
        if (r.from() == null && r.to() == null) {
            return "Dates not recorded";
        }
        String from = r.from() == null ? "Until " : "Since " + Words.day(r.from());
        if (r.to() == null) {
            return from;
        }
        return r.from() == null ? from + Words.day(r.to()) : Words.day(r.from()) + " to " + Words.day(r.to());
    }

    private static String countries(List<String> codes) {
        return codes.stream()
                .map(code -> Countries.find(code).orElse("Unknown") + " (" + code + ")")
                .collect(Collectors.joining(", "));
    }
}
