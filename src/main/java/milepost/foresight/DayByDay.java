package milepost.foresight;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import milepost.facts.Finding;
import milepost.facts.Snapshot;
import milepost.flags.life.Flag;
import milepost.foresight.FlagsAhead.Identity;
import milepost.rules.Ruleset;
import milepost.rules.engine.Days;
import milepost.rules.engine.report.Sighting;
import milepost.rules.engine.run.RuleFailure;
import milepost.rules.language.RuleInfo;

/** Plays the coming days over a roadmap that stays as it is; flags live in memory by the same rules as in the database. */
final class DayByDay {
    /** How long a forecast may take before it is given out as far as it has come. */
    static final Duration LONGEST = Duration.ofSeconds(20);

    private static final Comparator<ForecastEvent> ORDER = Comparator.comparing(ForecastEvent::date)
            .thenComparing(ForecastEvent::severity, Comparator.reverseOrder())
            .thenComparing(ForecastEvent::subject)
            .thenComparing(ForecastEvent::rule);
    private static final Comparator<Finding> SUBJECTS =
            Comparator.comparing(Finding::rule).thenComparing(Finding::kind).thenComparing(Finding::subject);

    private final Snapshot snapshot;
    private final Ruleset rules;
    private final Duration longest;
    private final FlagsAhead flags;
    private final List<ForecastEvent> events = new ArrayList<>();
    private final Map<String, RuleFailure> setAside = new TreeMap<>();
    private List<List<Sighting>> before = List.of();
    private boolean failures = true;

    /**
     * A roadmap as it stands.
     *
     * @param flags its flags at the start; empty to take what the rules find on the first day
     */
    DayByDay(Snapshot snapshot, Ruleset rules, List<Flag> flags) {
        this(snapshot, rules, flags, LONGEST);
    }

    /** The same with another limit on its time. */
    DayByDay(Snapshot snapshot, Ruleset rules, List<Flag> flags, Duration longest) {
        this.snapshot = snapshot;
        this.rules = rules;
        this.flags = new FlagsAhead(snapshot.roadmap().key(), rules, flags);
        this.longest = longest;
    }

    Forecast play(LocalDate from, LocalDate until) {
        long begin = System.nanoTime();
        try (Days days = rules.days(snapshot)) {
            boolean known = evaluated(days, from);
            events.clear();
            LocalDate day = from;
            while (known && day.isBefore(until) && System.nanoTime() - begin < longest.toNanos()) {
                known = evaluated(days, day.plusDays(1));
                day = known ? day.plusDays(1) : day;
            }
            return forecast(from, until, day, known && day.equals(until));
        }
    }

    private Forecast forecast(LocalDate from, LocalDate until, LocalDate reached, boolean complete) {
        Set<String> silent = rules.rules().stream()
                .filter(r -> !r.forecast())
                .map(RuleInfo::key)
                .collect(Collectors.toSet());
        Map<Boolean, List<ForecastEvent>> parts =
                events.stream().sorted(ORDER).collect(Collectors.partitioningBy(e -> silent.contains(e.rule())));
        return new Forecast(
                snapshot.roadmap().key(),
                from,
                until,
                reached,
                rules.version(),
                parts.getOrDefault(false, List.of()),
                parts.getOrDefault(true, List.of()),
                List.copyOf(setAside.values()),
                complete);
    }

    /** Brings the flags to that day; false when the day could not be evaluated. */
    private boolean evaluated(Days days, LocalDate day) {
        Days.Seen seen = days.seen(day);
        if (seen == null) {
            return false;
        }
        boolean failed = !seen.setAside().isEmpty();
        seen.setAside().forEach(failure -> setAside.putIfAbsent(failure.rule(), failure));
        if (failed || failures || seen.rules().size() != before.size()) {
            List<Finding> findings = new ArrayList<>();
            seen.rules().forEach(rule -> rule.forEach(sighting -> findings.add(sighting.on(day))));
            Set<String> away = seen.setAside().stream().map(RuleFailure::rule).collect(Collectors.toSet());
            events.addAll(flags.reconcile(day, flags.all(), findings, away));
        } else {
            news(day, seen.rules());
        }
        failures = failed;
        before = seen.rules();
        return true;
    }

    /** Only flags of which something new is found, or which days alone can change, are looked at. */
    private void news(LocalDate day, List<List<Sighting>> now) {
        Collection<Identity> touched = new LinkedHashSet<>();
        List<Finding> findings = new ArrayList<>();
        List<Finding> last = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            List<Sighting> was = before.get(i);
            int place = 0;
            for (Sighting sighting : now.get(i)) {
                while (place < was.size() && compare(was.get(place), sighting) < 0) {
                    last.add(was.get(place++).on(day.minusDays(1)));
                }
                Sighting same = place < was.size() && compare(was.get(place), sighting) == 0 ? was.get(place++) : null;
                Identity identity = Identity.of(sighting.bare());
                if (same == null || same.severity() != sighting.severity() || flags.restless(identity)) {
                    touched.add(identity);
                    findings.add(sighting.on(day));
                }
            }
            was.subList(place, was.size()).forEach(gone -> last.add(gone.on(day.minusDays(1))));
        }
        if (!last.isEmpty()) {
            Set<Identity> gone = last.stream().map(Identity::of).collect(Collectors.toSet());
            flags.reconcile(day.minusDays(1), gone, last, Set.of());
            touched.addAll(gone);
        }
        events.addAll(flags.reconcile(day, touched, findings, Set.of()));
    }

    private static int compare(Sighting one, Sighting other) {
        return SUBJECTS.compare(one.bare(), other.bare());
    }
}
