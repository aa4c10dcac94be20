package milepost.web.officer.roadmap;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milepost.facts.Milestone;
import milepost.facts.Snapshot;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagEvent;
import milepost.roadmap.store.HistoryEntry;
import milepost.roadmap.store.LogEntry;
import milepost.web.layout.Links;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * One change in the list of the latest ones, or what flags did without one.
 *
 * @param actor who or what changed something
 * @param effect what it did to flags, null for nothing
 */
public record ChangeRow(
        String at,
        String actor,
        @Nullable String reason,
        List<Item> items,
        boolean more,
        @Nullable String effect) {

    private static final int FLAGS_SHOWN = 6;

    /**
     * One fact that was touched, or one flag.
     *
     * @param href its page; null when it has none, or is not there any more
     */
    public record Item(String what, @Nullable String href, String how) {}

    public static ChangeRow of(LogEntry entry, Snapshot snapshot) {
        return new ChangeRow(
                Words.time(entry.change().at(), snapshot.roadmap().zone()),
                entry.change().actor(),
                entry.change().reason(),
                entry.touched().stream().map(t -> item(t, snapshot)).toList(),
                entry.more(),
                effect(entry.flags()));
    }

    /** What flags did at one time because the day or the rules changed, or an acceptance ended. */
    static ChangeRow of(List<FlagEvent> events, Map<Long, Flag> flags, ZoneId zone) {
        FlagEvent first = events.get(0);
        String cause = switch (first.cause().kind()) {
            case RULES -> "Rules were published";
            case EXPIRY -> "An acceptance ended";
            default -> "The day changed";
        };
        return new ChangeRow(
                Words.time(first.at(), zone),
                cause,
                null,
                events.stream()
                        .limit(FLAGS_SHOWN)
                        .map(e -> new Item(
                                Objects.requireNonNull(flags.get(e.flag())).subject(),
                                Links.flag(e.flag()),
                                verb(e.event()) + ": " + e.message()))
                        .toList(),
                events.size() > FLAGS_SHOWN,
                effect(events));
    }

    private static String verb(FlagEvent.Kind kind) {
        return switch (kind) {
            case RESOLVED -> "cleared";
            case REOPENED -> "returned";
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
    }

    private static Item item(LogEntry.Touched touched, Snapshot snapshot) {
        boolean milestone = touched.type() == Milestone.class;
        String roadmap = snapshot.roadmap().key();
        boolean there = milestone && snapshot.findMilestone(touched.key()).isPresent();
        String kind = Words.spaced(touched.type().getSimpleName());
        return new Item(
                milestone ? touched.key() : kind + " " + touched.key().replace(">", " → "),
                there ? Links.milestone(roadmap, touched.key()) : null,
                how(touched));
    }

    private static String how(LogEntry.Touched touched) {
        if (touched.how() != LogEntry.How.CHANGED) {
            return touched.how().name().toLowerCase(Locale.ROOT);
        }
        return touched.fields().stream().map(ChangeRow::field).collect(Collectors.joining("; "));
    }

    /** {@code owner empty → K. Osei}; long values are not repeated. */
    static String field(HistoryEntry.FieldChange field) {
        String name = Words.spaced(field.field());
        if (unwieldy(field.before()) || unwieldy(field.after())) {
            return name + " changed";
        }
        String before = field.before() == null ? "empty" : field.before();
        String after = field.after() == null ? "empty" : field.after();
        return name + " " + before + " → " + after;
    }

    private static boolean unwieldy(@Nullable String value) {
        return value != null && (value.length() > 60 || value.startsWith("{") || value.startsWith("["));
    }

    private static @Nullable String effect(List<FlagEvent> events) {
        String effect = Stream.of(
                        count(events, FlagEvent.Kind.RAISED, "raised"),
                        count(events, FlagEvent.Kind.REOPENED, "returned"),
                        count(events, FlagEvent.Kind.RETURNED, "back from acceptance"),
                        count(events, FlagEvent.Kind.ESCALATED, "escalated"),
                        count(events, FlagEvent.Kind.RESOLVED, "cleared"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return effect.isEmpty() ? null : effect;
    }

    private static String count(List<FlagEvent> events, FlagEvent.Kind kind, String verb) {
        long number = events.stream().filter(e -> e.event() == kind).count();
        return number == 0 ? "" : Words.count(number, "flag") + " " + verb;
    }
}
