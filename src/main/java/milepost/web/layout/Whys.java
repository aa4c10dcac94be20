package milepost.web.layout;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import milepost.facts.Evidence;
import milepost.flags.life.Flag;
import milepost.roadmap.Then;
import milepost.roadmap.store.Change;
import milepost.rules.Ruleset;
import milepost.rules.language.RuleInfo;
import milepost.rules.wording.RuleSentences;
import org.jspecify.annotations.Nullable;

/** Makes the reasons of flags, down to who recorded each value and with which change. */
public final class Whys {
    private final Parts parts;
    private final Ruleset rules;
    private final @Nullable Instant until;
    private final ZoneId zone;
    private final LocalDate day;
    private final String at;

    private Whys(Parts parts, Ruleset rules, @Nullable Instant until, ZoneId zone, LocalDate day, String at) {
        this.parts = parts;
        this.rules = rules;
        this.until = until;
        this.zone = zone;
        this.day = day;
        this.at = at;
    }

    /** As things stand, in a zone. */
    public static Whys now(Parts parts, ZoneId zone) {
        return on(parts, zone, parts.today(zone), "");
    }

    /**
     * Of today's record, looked at on a day to come.
     *
     * @param at what keeps an address in the moment, such as {@code ?asOf=2026-01-15}
     */
    public static Whys on(Parts parts, ZoneId zone, LocalDate day, String at) {
        return new Whys(parts, parts.ruleset().get(), null, zone, day, at);
    }

    /** As they were; changes and rules of later times are not known. */
    public static Whys then(Parts parts, Then then, String at) {
        ZoneId zone = then.snapshot().roadmap().zone();
        return new Whys(parts, then.rules().ruleset(), then.at(), zone, then.day(), at);
    }

    public Why of(Flag flag) {
        return of(List.of(flag)).get(0);
    }

    /** The reasons of flags of one roadmap, in their order. */
    public List<Why> of(List<Flag> flags) {
        if (flags.isEmpty()) {
            return List.of();
        }
        List<Evidence> values =
                flags.stream().flatMap(f -> f.evidence().stream()).toList();
        String roadmap = flags.get(0).roadmap();
        boolean one = flags.size() == 1;
        List<@Nullable Change> origins =
                parts.roadmaps().chronicle().origins(roadmap, values, one ? until(flags.get(0)) : until);
        List<Why> reasons = new ArrayList<>();
        int from = 0;
        for (Flag flag : flags) {
            int to = from + flag.evidence().size();
            reasons.add(of(flag, origins.subList(from, to)));
            from = to;
        }
        return reasons;
    }

    /** What was recorded after a flag had cleared is not what made it true. */
    private @Nullable Instant until(Flag flag) {
        return flag.resolvedAt() == null ? until : flag.lastFound();
    }

    private Why of(Flag flag, List<@Nullable Change> origins) {
        Optional<RuleInfo> rule = rules.findRule(flag.rule());
        List<Why.Matched> evidence = new ArrayList<>();
        RuleSentences sentences =
                rules.findTree(flag.rule()).map(RuleSentences::of).orElse(RuleSentences.NONE);
        Iterator<String> absences = absences(flag, sentences);
        for (int i = 0; i < origins.size(); i++) {
            Evidence value = flag.evidence().get(i);
            String inWords = absent(value) && absences.hasNext() ? absences.next() : null;
            evidence.add(Why.Matched.of(value, setBy(origins.get(i)), inWords));
        }
        return new Why(
                flag.id(),
                flag.severity(),
                flag.message(),
                flag.id() == 0 ? Links.subject(flag) + at : Links.flag(flag.id()) + at,
                Words.state(flag),
                ChronoUnit.DAYS.between(flag.since(), day),
                evidence,
                flag.rule(),
                rule.map(RuleInfo::title).orElse(null),
                rule.map(RuleInfo::why).orElse(null),
                rule.map(RuleInfo::remedy).orElse(null),
                sentences,
                flag.ruleset(),
                flag.counts());
    }

    /** What the rule of today looks for in vain; none when a flag of other rules tells of another number. */
    private static Iterator<String> absences(Flag flag, RuleSentences sentences) {
        long told = flag.evidence().stream().filter(Whys::absent).count();
        return told == sentences.absences().size() ? sentences.absences().iterator() : Collections.emptyIterator();
    }

    private static boolean absent(Evidence evidence) {
        return evidence.key() == null && evidence.value() == null;
    }

    private Why.@Nullable SetBy setBy(@Nullable Change change) {
        return change == null
                ? null
                : new Why.SetBy(
                        change.actor(),
                        Words.time(change.at(), zone),
                        change.reason(),
                        change.source(),
                        Links.change(change.roadmap(), change.id()));
    }
}
