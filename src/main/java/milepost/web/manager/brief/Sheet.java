package milepost.web.manager.brief;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Observation;
import milepost.facts.Reach;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.facts.Source;
import milepost.facts.SubjectKind;
import milepost.flags.decision.Triage;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.foresight.Forecast;
import milepost.foresight.ForecastEvent;
import milepost.foresight.Forecasts;
import milepost.roadmap.RoadmapSummary;
import milepost.web.asof.Control;
import milepost.web.asof.Moment;
import milepost.web.asof.Sight;
import milepost.web.layout.NaturalOrder;
import milepost.web.layout.Parts;
import milepost.web.layout.Readings;
import milepost.web.layout.Words;
import milepost.web.timeline.Timeline;
import milepost.web.timeline.TimelineLayout;
import milepost.web.timeline.Zoom;
import org.jspecify.annotations.Nullable;

/** Puts together what fits on one sheet about a roadmap in a moment. */
final class Sheet {
    private static final int DECIDE = 4;
    private static final int INDICATORS = 5;
    private static final int MILESTONES = 10;
    private static final int COMING = 3;
    private static final int ACCEPTED = 2;
    private static final int SINCE = 3;

    /** So many lines less have other parts where changes are told too. */
    private static final int ROOM = 1;

    private static final int MONTHS_AHEAD = 12;

    private final Parts parts;
    private final Moment moment;
    private final Sight sight;
    private final Snapshot snapshot;
    private final List<Flag> flags;
    private final @Nullable Frozen frozen;

    Sheet(Parts parts, String key, Moment moment) {
        this(parts, key, moment, new Sight(parts, Reach.of(key), moment), null);
    }

    /** The sheet of a frozen period. */
    Sheet(Parts parts, Frozen frozen) {
        this(
                parts,
                frozen.period().roadmap(),
                frozen.moment(),
                Sight.of(parts, frozen.moment(), frozen.then()),
                frozen);
    }

    private Sheet(Parts parts, String key, Moment moment, Sight sight, @Nullable Frozen frozen) {
        this.parts = parts;
        this.moment = moment;
        this.sight = sight;
        this.frozen = frozen;
        this.snapshot = sight.subjects().snapshot(key);
        this.flags = sight.list(FlagQuery.active().inRoadmap(key));
    }

    BriefView view(Control control) {
        SinceView since = since();
        int room = since == null ? 0 : ROOM;
        List<Flag> open = decided(Triage.UNTRIAGED);
        List<Flag> accepted = decided(Triage.ACCEPTED);
        return new BriefView(
                control,
                frozen == null ? null : frozen.period(),
                Title.of(
                        summary(),
                        moment,
                        frozen == null ? null : frozen.kind(),
                        rules(),
                        Words.time(changed(), snapshot.roadmap().zone())),
                open.stream().limit(DECIDE - room).map(this::decide).toList(),
                open.size(),
                Readings.ordered(snapshot).stream()
                        .limit(INDICATORS - room)
                        .map(this::reading)
                        .toList(),
                snapshot.indicators().size(),
                snapshot.milestones().isEmpty() ? null : timeline(),
                snapshot.milestones().size(),
                since,
                moment.past() ? null : coming(),
                accepted.stream().limit(ACCEPTED).map(this::accepted).toList(),
                accepted.size());
    }

    private List<Flag> decided(Triage triage) {
        return flags.stream().filter(flag -> flag.triage() == triage).toList();
    }

    private BriefView.Decide decide(Flag flag) {
        return new BriefView.Decide(flag.subject(), sight.why(flag));
    }

    private RoadmapSummary summary() {
        return sight.summaries().stream()
                .filter(s -> s.roadmap().key().equals(snapshot.roadmap().key()))
                .findFirst()
                .orElseThrow();
    }

    private @Nullable SinceView since() {
        List<Flag> counted = flags.stream().filter(Flag::counts).toList();
        SinceLast last = new SinceLast(parts);
        return (frozen == null
                        ? last.find(snapshot, counted, moment.at())
                        : last.find(snapshot, counted, frozen.period()))
                .map(changes -> SinceView.of(changes, SINCE))
                .orElse(null);
    }

    private String rules() {
        if (frozen != null) {
            return frozen.period().rules();
        }
        String key = snapshot.roadmap().key();
        return moment.past()
                ? parts.archive().then(key, moment.at()).rules().name()
                : parts.ruleset().get().version();
    }

    /** When the last change was recorded that the moment knows of. */
    private Instant changed() {
        return parts.roadmaps().chronicle().instants(snapshot.roadmap().key()).stream()
                .filter(at -> !at.isAfter(moment.at()))
                .max(Comparator.naturalOrder())
                .orElse(moment.at());
    }

    private BriefView.Reading reading(Indicator indicator) {
        Observation latest = Readings.findLatest(snapshot, indicator.key()).orElse(null);
        return new BriefView.Reading(
                indicator.title(),
                latest == null ? null : latest.value().toPlainString() + " " + indicator.unit(),
                latest == null ? "" : origin(latest, indicator),
                flags.stream()
                        .filter(flag -> flag.counts() && Readings.about(flag, indicator))
                        .map(Flag::severity)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static String origin(Observation latest, Indicator indicator) {
        Source source = latest.source() == null ? indicator.source() : latest.source();
        String who = source == null ? "No source recorded" : source.title();
        return latest.date() == null ? who : Words.date(latest.date()) + ", " + who;
    }

    private BriefView.Accepted accepted(Flag flag) {
        return new BriefView.Accepted(
                flag.subject(), flag.severity(), flag.message(), sight.href(flag), flag.until(), flag.reason());
    }

    private Timeline timeline() {
        Map<String, List<Severity>> severities = flags.stream()
                .filter(flag -> flag.counts() && flag.kind() == SubjectKind.MILESTONE)
                .collect(Collectors.groupingBy(Flag::subject, Collectors.mapping(Flag::severity, Collectors.toList())));
        return new TimelineLayout(snapshot, moment.day(), moment.today(), Zoom.FIT).of(rows(), severities);
    }

    /** All of them, or those due first that are not finished. */
    private List<Milestone> rows() {
        Comparator<Milestone> finishedLast = Comparator.comparing(m -> !m.open());
        return snapshot.milestones().stream()
                .sorted(finishedLast.thenComparing(Sheet::due))
                .limit(MILESTONES)
                .sorted(Comparator.comparing(Milestone::key, NaturalOrder.BY_NUMBERS))
                .toList();
    }

    private static LocalDate due(Milestone milestone) {
        return milestone.due() == null ? LocalDate.MAX : milestone.due().last();
    }

    private BriefView.Coming coming() {
        Forecasts forecasts = new Forecasts(parts.roadmaps(), parts.flags(), parts.ruleset());
        LocalDate furthest = moment.today().plusDays(Forecasts.LONGEST_DAYS);
        LocalDate year = moment.day().plusMonths(MONTHS_AHEAD);
        LocalDate until = year.isAfter(furthest) ? furthest : year;
        Forecast forecast = forecasts.ahead(snapshot.roadmap().key(), moment.today(), until);
        List<ForecastEvent> events = forecast.events().stream()
                .filter(e -> e.event() != ForecastEvent.Kind.CLEARED && e.date().isAfter(moment.day()))
                .toList();
        return new BriefView.Coming(
                events.stream().limit(COMING).map(Sheet::next).toList(),
                events.size(),
                forecast.reached(),
                forecast.complete());
    }

    private static BriefView.Next next(ForecastEvent e) {
        return new BriefView.Next(
                e.date(), e.subject(), e.severity(), Words.sentence(e.event().name()), e.message());
    }
}
