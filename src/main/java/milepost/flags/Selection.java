package milepost.flags;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagTally;
import milepost.flags.store.FlagQuery;
import org.jspecify.annotations.Nullable;

/** Answers queries on flags that are at hand, as the store does on those in the database. */
public final class Selection {
    private static final Comparator<Flag> WORST = Comparator.comparing(Flag::severity, Comparator.reverseOrder())
            .thenComparing(Flag::since)
            .thenComparing(Flag::id);

    private final List<Flag> flags;

    public Selection(List<Flag> flags) {
        this.flags = List.copyOf(flags);
    }

    /** The flags that match, in the order asked for. */
    public List<Flag> list(FlagQuery query) {
        Comparator<Flag> order = order(query.order());
        Flag after = flags.stream()
                .filter(flag -> query.after() != null && flag.id() == query.after())
                .findFirst()
                .orElse(null);
        return flags.stream()
                .filter(flag -> matches(flag, query) && (after == null || order.compare(flag, after) > 0))
                .sorted(order)
                .limit(query.limit())
                .toList();
    }

    /** How many flags there are of each kind, whose message, subject or rule contains the text if one is given. */
    public List<FlagTally> tally(@Nullable String text) {
        Map<FlagTally, Long> counts = flags.stream()
                .filter(flag -> contains(flag, text))
                .collect(Collectors.groupingBy(
                        f -> new FlagTally(f.roadmap(), f.rule(), f.severity(), f.state(), f.triage(), null, 0),
                        () -> new TreeMap<>(Comparator.comparing(FlagTally::roadmap)
                                .thenComparing(FlagTally::rule)
                                .thenComparing(FlagTally::severity)
                                .thenComparing(FlagTally::state)
                                .thenComparing(FlagTally::triage)),
                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(e -> counted(e.getKey(), e.getValue().intValue()))
                .toList();
    }

    private static FlagTally counted(FlagTally t, int count) {
        return new FlagTally(t.roadmap(), t.rule(), t.severity(), t.state(), t.triage(), t.assignee(), count);
    }

    private static boolean matches(Flag flag, FlagQuery query) {
        return query.reach().sees(flag.roadmap())
                && among(query.roadmaps(), flag.roadmap())
                && among(query.states(), flag.state())
                && among(query.triage(), flag.triage())
                && among(query.severities(), flag.severity())
                && among(
                        query.folders(),
                        flag.rule().substring(0, Math.max(0, flag.rule().indexOf('/'))))
                && (query.rule() == null || query.rule().equals(flag.rule()))
                && (query.subject() == null || query.subject().equals(flag.subject()))
                && contains(flag, query.text())
                && (query.newSince() == null
                        || (!flag.raisedAt().isBefore(query.newSince()) && flag.published() == null))
                && (query.assignees().isEmpty()
                        || query.assignees().contains(Objects.requireNonNullElse(flag.assignee(), "")));
    }

    private static boolean among(List<?> wanted, Object value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static boolean contains(Flag flag, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return true;
        }
        String wanted = text.toLowerCase(Locale.ROOT);
        return List.of(flag.message(), flag.subject(), flag.rule()).stream()
                .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static Comparator<Flag> order(FlagQuery.Order order) {
        return switch (order) {
            case WORST -> WORST;
            case ROADMAP -> Comparator.comparing(Flag::roadmap).thenComparing(WORST);
            case SUBJECT ->
                Comparator.comparing(Flag::roadmap).thenComparing(Flag::subject).thenComparing(WORST);
            case RULE -> Comparator.comparing(Flag::rule).thenComparing(WORST);
            case ASSIGNEE ->
                Comparator.comparing(Flag::assignee, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(WORST);
            case ID -> Comparator.comparing(Flag::id);
        };
    }
}
