package milepost.foresight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import milepost.facts.Finding;
import milepost.facts.Snapshot;
import milepost.facts.SubjectKind;
import milepost.flags.decision.Triage;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagState;
import milepost.rules.Ruleset;
import milepost.rules.engine.report.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A roadmap on a day to come if nothing is recorded any more: today's facts under a moved clock.
 *
 * @param events what happens to its flags until that day, those of rules that only measure silence too
 * @param flags the flags that are active then; one that does not exist yet has the id 0
 * @param complete false when some day on the way could not be evaluated
 */
public record Projection(LocalDate day, List<ForecastEvent> events, List<Flag> flags, boolean complete) {
    public Projection {
        events = List.copyOf(events);
        flags = List.copyOf(flags);
    }

    private record Subject(String rule, SubjectKind kind, String key) {}

    /**
     * The projection of a forecast to one of its days.
     *
     * @param active the flags that are active today
     * @param rules what the forecast was made with
     */
    public static Projection of(Forecast forecast, Snapshot snapshot, List<Flag> active, Ruleset rules, LocalDate day) {
        List<ForecastEvent> events = Stream.concat(forecast.events().stream(), forecast.silence().stream())
                .filter(e -> !e.date().isAfter(day))
                .sorted(Comparator.comparing(ForecastEvent::date))
                .toList();
        Map<Subject, Flag> flags = new LinkedHashMap<>();
        active.forEach(f -> flags.put(new Subject(f.rule(), f.kind(), f.subject()), f));
        for (ForecastEvent e : events) {
            Subject subject = new Subject(e.rule(), e.kind(), e.subject());
            if (e.event() == ForecastEvent.Kind.CLEARED) {
                flags.remove(subject);
            } else {
                flags.put(subject, flag(snapshot, e, flags.get(subject), rules.version()));
            }
        }
        return new Projection(day, events, said(flags, snapshot, rules, day), forecast.complete());
    }

    private static Flag flag(Snapshot snapshot, ForecastEvent e, @Nullable Flag before, String version) {
        if (before != null) {
            return before.found(
                    new Finding(e.rule(), e.kind(), e.subject(), e.severity(), e.message(), before.evidence()),
                    version);
        }
        return new Flag(
                0,
                snapshot.roadmap().key(),
                e.rule(),
                e.kind(),
                e.subject(),
                e.severity(),
                FlagState.ACTIVE,
                Triage.UNTRIAGED,
                e.message(),
                List.of(),
                e.date(),
                e.date().atStartOfDay(snapshot.roadmap().zone()).toInstant(),
                null,
                version,
                null,
                null,
                false,
                null,
                e.severity(),
                null,
                null,
                1,
                null);
    }

    /** The flags with what the rules say on the day itself. */
    private static List<Flag> said(Map<Subject, Flag> flags, Snapshot snapshot, Ruleset rules, LocalDate day) {
        List<Flag> all = new ArrayList<>(flags.values());
        if (!(rules.evaluate(snapshot, day) instanceof Outcome.Complete complete)) {
            return all;
        }
        Map<Subject, Finding> found = new LinkedHashMap<>();
        complete.findings().forEach(f -> found.put(new Subject(f.rule(), f.kind(), f.subject()), f));
        all.replaceAll(flag -> {
            Finding finding = found.get(new Subject(flag.rule(), flag.kind(), flag.subject()));
            return finding == null ? flag : flag.found(finding, rules.version());
        });
        return all;
    }
}
