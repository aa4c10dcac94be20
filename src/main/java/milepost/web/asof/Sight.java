package milepost.web.asof;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import milepost.facts.Reach;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.flags.Selection;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagTally;
import milepost.flags.store.FlagQuery;
import milepost.foresight.Forecast;
import milepost.foresight.Forecasts;
import milepost.foresight.Projection;
import milepost.roadmap.Archive;
import milepost.roadmap.RoadmapSummary;
import milepost.roadmap.Then;
import milepost.web.layout.Links;
import milepost.web.layout.Parts;
import milepost.web.layout.Subjects;
import milepost.web.layout.Why;
import milepost.web.layout.Whys;
import org.jspecify.annotations.Nullable;

/** Every roadmap that a visitor sees, with its flags, in the moment that is looked at: as they stand, as they were, as they will be. */
public final class Sight {
    private final Parts parts;
    private final Reach reach;
    private final Moment moment;
    private final @Nullable Selection selection;
    private final Map<String, Then> then = new HashMap<>();
    private final Subjects subjects;

    public Sight(Parts parts, Reach reach, Moment moment) {
        this.parts = parts;
        this.reach = reach;
        this.moment = moment;
        this.selection = moment.present() ? null : new Selection(moment.past() ? past() : ahead());
        this.subjects = new Subjects(
                parts, then.values().stream().map(Then::snapshot).toList(), moment.present() ? null : moment.day());
    }

    private Sight(Parts parts, Moment moment, Then only) {
        this.parts = parts;
        this.reach = Reach.of(only.snapshot().roadmap().key());
        this.moment = moment;
        this.then.put(only.snapshot().roadmap().key(), only);
        this.selection = new Selection(only.flags());
        this.subjects = new Subjects(parts, List.of(only.snapshot()), only.day());
    }

    /** One roadmap alone, as it is known to have been. */
    public static Sight of(Parts parts, Moment moment, Then only) {
        return new Sight(parts, moment, only);
    }

    /** The zone in which the days of the list begin and end: that of the first roadmap. */
    public static ZoneId zone(Parts parts, Reach reach) {
        List<String> keys = parts.roadmaps().keys(reach);
        return keys.isEmpty()
                ? ZoneOffset.UTC
                : parts.roadmaps().snapshot(keys.get(0)).roadmap().zone();
    }

    public List<Flag> list(FlagQuery query) {
        return selection == null ? parts.flags().list(query.seenBy(reach)) : selection.list(query);
    }

    public List<FlagTally> tally(@Nullable String text) {
        return selection == null
                ? parts.flags().tally(FlagQuery.all().seenBy(reach).matching(text))
                : selection.tally(text);
    }

    /** The line of each roadmap in the portfolio of that moment, ordered by title. */
    public List<RoadmapSummary> summaries() {
        if (moment.present()) {
            return parts.roadmaps().list(reach);
        }
        if (moment.past()) {
            return then.values().stream()
                    .map(Then::summary)
                    .sorted(Comparator.comparing(s -> s.roadmap().title()))
                    .toList();
        }
        return parts.roadmaps().list(reach).stream()
                .map(s -> RoadmapSummary.of(
                        subjects.snapshot(s.roadmap().key()), counts(s.roadmap().key())))
                .toList();
    }

    private Map<Severity, Integer> counts(String roadmap) {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            counts.put(
                    severity,
                    list(FlagQuery.counted().inRoadmap(roadmap).of(severity)).size());
        }
        return counts;
    }

    /** The page of a flag in this moment; of one that does not exist yet the page of what it is about. */
    public String href(Flag flag) {
        if (flag.id() == 0) {
            return Links.subject(flag) + moment.suffix();
        }
        return Links.flag(flag.id()) + (moment.past() ? moment.suffix() : "");
    }

    public Subjects subjects() {
        return subjects;
    }

    public Why why(Flag flag) {
        ZoneId zone = subjects.zone(flag);
        Then known = then.get(flag.roadmap());
        return known == null
                ? Whys.on(parts, zone, subjects.today(flag), "").of(flag)
                : Whys.then(parts, known, moment.suffix()).of(flag);
    }

    /** The title of a rule in that moment, its key when there is none. */
    public String title(Flag flag) {
        Then known = then.get(flag.roadmap());
        var rules = known == null ? parts.ruleset().get() : known.rules().ruleset();
        return rules.findRule(flag.rule()).map(rule -> rule.title()).orElse(flag.rule());
    }

    /** Each roadmap ends the day in its own zone. */
    private List<Flag> past() {
        List<Flag> flags = new ArrayList<>();
        for (String key : parts.roadmaps().keys(reach)) {
            ZoneId zone = parts.roadmaps().snapshot(key).roadmap().zone();
            var at = moment.exact() ? moment.at() : Archive.endOf(moment.day(), zone);
            parts.archive().findThen(key, at).ifPresent(known -> {
                then.put(key, known);
                flags.addAll(known.flags());
            });
        }
        return flags;
    }

    private List<Flag> ahead() {
        Forecasts forecasts = new Forecasts(parts.roadmaps(), parts.flags(), parts.ruleset());
        List<Flag> flags = new ArrayList<>();
        for (String key : parts.roadmaps().keys(reach)) {
            Snapshot snapshot = parts.roadmaps().snapshot(key);
            LocalDate today = parts.today(snapshot.roadmap().zone());
            List<Flag> active = parts.flags().list(FlagQuery.active().inRoadmap(key));
            if (today.isBefore(moment.day())) {
                Forecast forecast = forecasts.ahead(key, today, moment.day());
                flags.addAll(Projection.of(
                                forecast, snapshot, active, parts.ruleset().get(), moment.day())
                        .flags());
            } else {
                flags.addAll(active);
            }
        }
        return flags;
    }
}
