package milepost.foresight;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import milepost.facts.Finding;
import milepost.facts.SubjectKind;
import milepost.flags.life.Cause;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagEvent;
import milepost.flags.life.FlagState;
import milepost.flags.life.Reconciliation;
import milepost.rules.Ruleset;
import milepost.rules.language.RuleInfo;
import org.jspecify.annotations.Nullable;

/** The flags of a roadmap in the days to come: in memory, by the same reconciliation as in the database. */
final class FlagsAhead {

    /** Which flag a finding makes. */
    record Identity(String rule, SubjectKind kind, String subject) {
        static Identity of(Finding finding) {
            return new Identity(finding.rule(), finding.kind(), finding.subject());
        }

        static Identity of(Flag flag) {
            return new Identity(flag.rule(), flag.kind(), flag.subject());
        }
    }

    private final String roadmap;
    private final Ruleset rules;
    private final Map<String, Integer> holds;
    private final Set<String> shadows;
    private final Map<Identity, Flag> flags = new LinkedHashMap<>();
    private final Set<Identity> restless = new HashSet<>();

    FlagsAhead(String roadmap, Ruleset rules, List<Flag> flags) {
        this.roadmap = roadmap;
        this.rules = rules;
        this.holds = rules.rules().stream().collect(Collectors.toMap(RuleInfo::key, RuleInfo::holdDays));
        this.shadows = rules.shadows();
        flags.forEach(this::put);
    }

    private void put(Flag flag) {
        Identity identity = Identity.of(flag);
        flags.put(identity, flag);
        boolean waits = flag.state() == FlagState.PENDING || flag.state() == FlagState.ACTIVE && flag.until() != null;
        if (waits) {
            restless.add(identity);
        } else {
            restless.remove(identity);
        }
    }

    /** Whether days alone, without anything new in what is found, can change this flag: it is on hold, or accepted for a time. */
    boolean restless(Identity identity) {
        return restless.contains(identity);
    }

    /** All flags. */
    Collection<Identity> all() {
        return List.copyOf(flags.keySet());
    }

    /**
     * Brings some flags to a day and says what happens to flags on it.
     *
     * @param findings what is found of them
     * @param failed rules that were set aside
     */
    List<ForecastEvent> reconcile(
            LocalDate day, Collection<Identity> some, List<Finding> findings, Set<String> failed) {
        List<Flag> existing = new ArrayList<>();
        for (Identity identity : some) {
            Flag flag = flags.get(identity);
            if (flag != null) {
                existing.add(flag);
            }
        }
        Reconciliation.Input input = new Reconciliation.Input(
                roadmap,
                findings,
                failed,
                holds,
                rules.hashes(),
                shadows,
                day,
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                rules.version(),
                new Cause(Cause.Kind.CLOCK, day.toString()));
        List<ForecastEvent> events = new ArrayList<>();
        for (Reconciliation.Step step : Reconciliation.merge(existing, input)) {
            Flag before = flags.get(Identity.of(step.flag()));
            put(step.flag());
            ForecastEvent.Kind kind = kind(step.event(), before);
            if (kind != null) {
                events.add(event(day, kind, step.flag()));
            }
        }
        return events;
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
            case PENDING,
                    REWORDED,
                    EASED,
                    TRIAGED,
                    ASSIGNED,
                    RATED,
                    COMMENTED,
                    UNDONE,
                    SHADOWED,
                    SHADOW_CLEARED,
                    LOOKED_AT,
                    RENAMED -> null;
        };
    }
}
