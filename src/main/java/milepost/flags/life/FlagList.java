package milepost.flags.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import milepost.facts.Finding;
import milepost.facts.SubjectKind;
import org.jspecify.annotations.Nullable;

/** The flags of a roadmap in the order of their ids, and where the flag of a finding stands among them. What it holds never changes. */
public final class FlagList {
    private final List<Flag> flags;
    /** Shared with the list that follows this one: a flag keeps its place, and those raised later come after all others. */
    private final Map<Identity, Integer> places;
    /** Shared likewise: keys of the rules that have a flag here or in a list that follows. */
    private final Set<String> rules;

    /** By place, whether the flag is resolved: most that are over stay so, and need not be looked at to know it. */
    private final boolean[] over;

    private volatile Said said;

    private FlagList(List<Flag> flags, Map<Identity, Integer> places, Set<String> rules, boolean[] over, Said said) {
        this.flags = flags;
        this.places = places;
        this.rules = rules;
        this.over = over;
        this.said = said;
    }

    /**
     * What is known of the flags: the very findings of these rules on this day by which they stay as they are, by place. Rules that
     * are asked again give the same objects for all that has not changed, so that neither need be looked at again.
     */
    private record Said(
            String ruleset, LocalDate day, @Nullable Finding[] findings, Walk.Trodden walk) {
        static final Said NOTHING = new Said("", LocalDate.MIN, new Finding[0], Walk.Trodden.NOTHING);

        Said with(@Nullable Finding[] others) {
            return new Said(ruleset, day, others, walk);
        }

        boolean of(Reconciliation.Input input) {
            return ruleset.equals(input.ruleset()) && day.equals(input.day());
        }
    }

    /** What tells flags of one roadmap apart; compared by hand, which is several times faster than a record's own way. */
    private static final class Identity {
        private final String rule;
        private final SubjectKind kind;
        private final String subject;

        Identity(String rule, SubjectKind kind, String subject) {
            this.rule = rule;
            this.kind = kind;
            this.subject = subject;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Identity o && kind == o.kind && subject.equals(o.subject) && rule.equals(o.rule);
        }

        @Override
        public int hashCode() {
            return 31 * rule.hashCode() + subject.hashCode();
        }
    }

    public static FlagList of(List<Flag> flags) {
        Map<Identity, Integer> places = new ConcurrentHashMap<>(2 * flags.size());
        for (int i = 0; i < flags.size(); i++) {
            places.put(identity(flags.get(i)), i);
        }
        Set<String> rules = ConcurrentHashMap.newKeySet();
        flags.forEach(flag -> rules.add(flag.rule()));
        boolean[] over = new boolean[flags.size()];
        for (int i = 0; i < over.length; i++) {
            over[i] = flags.get(i).state() == FlagState.RESOLVED;
        }
        return new FlagList(Collections.unmodifiableList(flags), places, rules, over, Said.NOTHING);
    }

    /** Whether the flag there is resolved. */
    boolean isOver(int place) {
        return over[place];
    }

    /** Keys of all rules that have a flag here, and perhaps of some that got one later. */
    public Set<String> rules() {
        return rules;
    }

    public List<Flag> flags() {
        return flags;
    }

    /** The place of the flag with this identity, -1 when there is none. */
    int place(String rule, SubjectKind kind, String subject) {
        Integer place = places.get(new Identity(rule, kind, subject));
        return place == null || place >= flags.size() ? -1 : place;
    }

    /** The flag as it stands in this list; null when it is a new one. */
    public @Nullable Flag former(Flag flag) {
        int place = place(flag.rule(), flag.kind(), flag.subject());
        return place < 0 ? null : flags.get(place);
    }

    /** Whether the flag there is known to stay as it is by this finding. */
    boolean says(int place, Finding finding, Reconciliation.Input input) {
        Said known = said;
        return place < known.findings().length && known.findings()[place] == finding && known.of(input);
    }

    /** A walk along findings, helped by the one before. */
    Walk walk(List<Finding> findings) {
        return new Walk(this, said.walk(), findings);
    }

    /** Remembers findings by which the flags in their places stay as they are, null where there is none; and the walk. */
    void remember(@Nullable Finding[] findings, Reconciliation.Input input, Walk walk) {
        said = new Said(input.ruleset(), input.day(), findings, walk.trodden());
    }

    /** The list with some flags written anew. A second one that follows this starts afresh. */
    public FlagList with(List<Flag> written) {
        List<Flag> next = new ArrayList<>(flags);
        Said before = said;
        @Nullable Finding[] findings = before.findings().clone();
        boolean[] ended = Arrays.copyOf(over, flags.size() + written.size());
        boolean first = true;
        for (Flag flag : written) {
            int known = places.computeIfAbsent(identity(flag), id -> next.size());
            int place = Math.min(known, next.size());
            first &= known == place;
            if (place < next.size()) {
                next.set(place, flag);
                forget(findings, place);
            } else {
                next.add(flag); // new ones have the highest ids
                rules.add(flag.rule());
            }
            ended[place] = flag.state() == FlagState.RESOLVED;
        }
        return first
                ? new FlagList(Collections.unmodifiableList(next), places, rules, ended, before.with(findings))
                : of(next);
    }

    /** The list with flags that have got other identities. */
    public FlagList renamed(List<Flag> renamed) {
        if (renamed.isEmpty()) {
            return this;
        }
        Map<Long, Flag> byId =
                renamed.stream().collect(Collectors.toMap(Flag::id, flag -> flag, (one, later) -> later));
        return of(flags.stream().map(flag -> byId.getOrDefault(flag.id(), flag)).toList());
    }

    private static void forget(@Nullable Finding[] findings, int place) {
        if (place < findings.length) {
            findings[place] = null;
        }
    }

    private static Identity identity(Flag flag) {
        return new Identity(flag.rule(), flag.kind(), flag.subject());
    }
}
