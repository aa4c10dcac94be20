package milepost.foresight;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import milepost.facts.Snapshot;
import milepost.facts.SubjectKind;
import milepost.flags.Cause;
import milepost.flags.Flag;
import milepost.flags.FlagEvent;
import milepost.flags.FlagState;
import milepost.flags.Reconciliation;
import milepost.rules.Ruleset;
import milepost.rules.engine.Outcome;
import milepost.rules.engine.RuleFailure;
import milepost.rules.language.RuleInfo;
import org.jspecify.annotations.Nullable;

/** Plays the coming days over a roadmap that stays as it is; flags live in memory by the same rules as in the database. */
final class DayByDay {
    private static final Comparator<ForecastEvent> ORDER = Comparator.comparing(ForecastEvent::date)
            .thenComparing(ForecastEvent::severity, Comparator.reverseOrder())
            .thenComparing(ForecastEvent::subject)
            .thenComparing(ForecastEvent::rule);

    private record Identity(String rule, SubjectKind kind, String subject) {
        static Identity of(Flag flag) {
            return new Identity(flag.rule(), flag.kind(), flag.subject());
        }
    }

    private final Snapshot snapshot;
    private final Ruleset rules;
    private final Map<String, Integer> holds;
    private final Set<String> shadows;
    private final Map<Identity, Flag> flags = new LinkedHashMap<>();
    private final List<ForecastEvent> events = new ArrayList<>();
    private final Map<String, RuleFailure> setAside = new TreeMap<>();

    /**
     * A roadmap as it stands.
     *
     * @param flags its flags at the start; empty to take what the rules find on the first day
     */
    DayByDay(Snapshot snapshot, Ruleset rules, List<Flag> flags) {
        this.snapshot = snapshot;
        this.rules = rules;
        this.holds = rules.rules().stream().collect(Collectors.toMap(RuleInfo::key, RuleInfo::holdDays));
        this.shadows = rules.shadows();
        flags.forEach(flag -> this.flags.put(Identity.of(flag), flag));
    }

    Forecast play(LocalDate from, LocalDate until) {
        boolean known = evaluated(from, false);
        LocalDate day = from;
        while (known && day.isBefore(until)) {
            day = day.plusDays(1);
            known = evaluated(day, true);
        }
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
                rules.version(),
                parts.getOrDefault(false, List.of()),
                parts.getOrDefault(true, List.of()),
                List.copyOf(setAside.values()),
                known);
    }

    /** Brings the flags to that day; false when the day could not be evaluated. */
    private boolean evaluated(LocalDate day, boolean tell) {
        if (!(rules.evaluate(snapshot, day) instanceof Outcome.Complete complete)) {
            return false;
        }
        complete.setAside().forEach(failure -> setAside.putIfAbsent(failure.rule(), failure));
        Reconciliation.Input input = new Reconciliation.Input(
                snapshot.roadmap().key(),
                complete.findings(),
                complete.setAside().stream().map(RuleFailure::rule).collect(Collectors.toSet()),
                holds,
                shadows,
                day,
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                rules.version(),
                new Cause(Cause.Kind.CLOCK, day.toString()));
        for (Reconciliation.Step step : Reconciliation.merge(List.copyOf(flags.values()), input)) {
            Flag before = flags.put(Identity.of(step.flag()), step.flag());
            ForecastEvent.Kind kind = kind(step.event(), before);
            if (tell && kind != null) {
                events.add(event(day, kind, step.flag()));
            }
        }
        return true;
    }

    private static ForecastEvent event(LocalDate day, ForecastEvent.Kind kind, Flag flag) {
        return new ForecastEvent(day, kind, flag.rule(), flag.kind(), flag.subject(), flag.severity(), flag.message());
    }

    /** A flag that never became active does not clear; texts and easing severities are not worth a line. */
    private static ForecastEvent.@Nullable Kind kind(FlagEvent.@Nullable Kind event, @Nullable Flag before) {
        if (event == null) {
            return null;
        }
        return switch (event) {
            case RAISED -> ForecastEvent.Kind.RAISED;
            case REOPENED, RETURNED -> ForecastEvent.Kind.RETURNED;
            case ESCALATED -> ForecastEvent.Kind.ESCALATED;
            case RESOLVED -> before != null && before.state() == FlagState.ACTIVE ? ForecastEvent.Kind.CLEARED : null;
            case PENDING, REWORDED, EASED, TRIAGED, SHADOWED, SHADOW_CLEARED, LOOKED_AT -> null;
        };
    }
}
