package milepost.web.calendar;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import milepost.exchange.Calendar;
import milepost.exchange.DueDates;
import milepost.exchange.out.Exports;
import milepost.facts.Snapshot;
import milepost.facts.SubjectKind;
import milepost.foresight.Forecast;
import milepost.foresight.ForecastEvent;
import milepost.foresight.Forecasts;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.Then;
import milepost.rules.Ruleset;
import milepost.rules.engine.run.RuleFailure;
import milepost.rules.language.RuleInfo;
import milepost.web.layout.Links;
import milepost.web.layout.Parts;
import org.jspecify.annotations.Nullable;

/** Makes the calendar of a roadmap: its due dates, and what will happen to flags within a year if nothing is recorded. */
public final class RoadmapCalendar {
    private final Roadmaps roadmaps;
    private final milepost.flags.Flags known;
    private final Supplier<Ruleset> rules;
    private final InstantSource clock;

    RoadmapCalendar(Parts parts) {
        this(parts.roadmaps(), parts.flags(), parts.ruleset(), parts.clock());
    }

    public RoadmapCalendar(
            Roadmaps roadmaps, milepost.flags.Flags known, Supplier<Ruleset> rules, InstantSource clock) {
        this.roadmaps = roadmaps;
        this.known = known;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The calendar as it is today.
     *
     * @param site address of the site, for links; null for no links
     */
    public Calendar of(String roadmap, @Nullable String site) {
        Snapshot snapshot = roadmaps.snapshot(roadmap);
        LocalDate today = clock.instant().atZone(snapshot.roadmap().zone()).toLocalDate();
        Forecast forecast = forecasts().ahead(roadmap, today, today.plusYears(1));
        return calendar(snapshot, forecast, rules.get(), site);
    }

    /** The calendar as it was handed out at an instant. */
    public Calendar of(Then then, @Nullable String site) {
        Forecast forecast = forecasts().then(then, then.day(), then.day().plusYears(1));
        return calendar(then.snapshot(), forecast, then.rules().ruleset(), site);
    }

    /** The same for files, which do not know where the site is. */
    public Exports.Calendars withoutLinks() {
        return new Exports.Calendars() {
            @Override
            public Calendar now(String roadmap) {
                return of(roadmap, null);
            }

            @Override
            public Calendar then(Then then) {
                return of(then, null);
            }
        };
    }

    private Forecasts forecasts() {
        return new Forecasts(roadmaps, known, rules);
    }

    private static Calendar calendar(Snapshot snapshot, Forecast forecast, Ruleset rules, @Nullable String site) {
        List<Calendar.Entry> entries = new ArrayList<>(DueDates.of(snapshot, site));
        Instant stamp = forecast.from().atStartOfDay(snapshot.roadmap().zone()).toInstant();
        Flags flags = new Flags(snapshot.roadmap().key(), site, stamp, rules);
        forecast.events().forEach(event -> entries.add(flags.entry(event)));
        if (!forecast.complete()) {
            entries.add(flags.incomplete(forecast));
        }
        forecast.setAside().forEach(failure -> entries.add(flags.setAside(forecast, failure)));
        return new Calendar(snapshot.roadmap().title(), entries);
    }

    /**
     * Makes entries of what will happen to flags.
     *
     * @param stamp the forecast is new every day, and the same all day
     */
    private record Flags(
            String roadmap, @Nullable String site, Instant stamp, Ruleset rules, Map<String, Integer> seen) {
        private static final String CATEGORY = "Flags to come";

        Flags(String roadmap, @Nullable String site, Instant stamp, Ruleset rules) {
            this(roadmap, site, stamp, rules, new HashMap<>());
        }

        /** The same flag may be raised twice within a year; the second time is another entry. */
        Calendar.Entry entry(ForecastEvent event) {
            String verb = event.event().name().toLowerCase(Locale.ROOT);
            String what = event.rule() + "/" + event.subject() + "/" + verb;
            int time = seen.merge(what, 1, Integer::sum);
            return new Calendar.Entry(
                    roadmap + "/flag/" + what + "-" + time + "@milepost",
                    stamp,
                    event.date(),
                    "Flag " + verb + ": " + event.subject() + " " + event.message(),
                    description(event),
                    address(
                            event.kind() == SubjectKind.MILESTONE
                                    ? Links.milestone(roadmap, event.subject())
                                    : Links.roadmap(roadmap)),
                    CATEGORY);
        }

        Calendar.Entry incomplete(Forecast forecast) {
            String sentence = "The flags to come are known until " + forecast.reached()
                    + " only: the rules could not be evaluated for every day";
            return new Calendar.Entry(
                    roadmap + "/flag/incomplete@milepost",
                    stamp,
                    forecast.reached(),
                    sentence,
                    null,
                    address(Links.roadmap(roadmap)),
                    CATEGORY);
        }

        Calendar.Entry setAside(Forecast forecast, RuleFailure failure) {
            return new Calendar.Entry(
                    roadmap + "/flag/" + failure.rule() + "/set-aside@milepost",
                    stamp,
                    forecast.from(),
                    "The flags to come of rule " + failure.rule()
                            + " are not all known: it could not be evaluated on some day",
                    failure.reason(),
                    address(Links.roadmap(roadmap)),
                    CATEGORY);
        }

        private @Nullable String address(String path) {
            return site == null ? null : site + path;
        }

        private String description(ForecastEvent event) {
            String title = rules.findRule(event.rule()).map(RuleInfo::title).orElse(event.rule());
            return title + ", severity " + event.severity().name().toLowerCase(Locale.ROOT) + ", rule " + event.rule()
                    + ".\nThis will happen if nothing is recorded until then.";
        }
    }
}
