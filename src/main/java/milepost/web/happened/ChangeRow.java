package milepost.web.happened;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milepost.facts.Milestone;
import milepost.facts.Snapshot;
import milepost.flags.life.FlagEvent;
import milepost.flags.store.FlagNews;
import milepost.roadmap.store.HistoryEntry;
import milepost.roadmap.store.LogEntry;
import milepost.web.layout.Links;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * One change in the list of the latest ones, or what became of flags without one.
 *
 * @param actor who or what changed something
 * @param of title of its roadmap where several are told of, null elsewhere
 * @param effect what it did to flags, null for nothing
 */
public record ChangeRow(
        String at,
        String actor,
        @Nullable String of,
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
                null,
                entry.change().reason(),
                entry.touched().stream().map(t -> item(t, snapshot)).toList(),
                entry.more(),
                effect(entry.flags()));
    }

    /** What became of flags at one time because the day or the rules changed, an acceptance ended, or somebody decided. */
    public static ChangeRow of(List<FlagNews> news, ZoneId zone) {
        List<FlagEvent> events = news.stream().map(FlagNews::event).toList();
        FlagEvent first = events.get(0);
        String cause = switch (first.cause().kind()) {
            case RULES -> "Rules were published";
            case EXPIRY -> "An acceptance ended";
            case PERSON -> Objects.requireNonNullElse(first.cause().ref(), "Somebody");
            default -> "The day changed";
        };
        return new ChangeRow(
                Words.time(first.at(), zone),
                cause,
                null,
                null,
                news.stream()
                        .limit(FLAGS_SHOWN)
                        .map(n -> new Item(n.subject(), Links.flag(n.event().flag()), told(n.event())))
                        .toList(),
                events.size() > FLAGS_SHOWN,
                effect(events));
    }

    /** The same among those of other roadmaps. */
    public ChangeRow of(String roadmap) {
        return new ChangeRow(at, actor, roadmap, reason, items, more, effect);
    }

    private static String told(FlagEvent event) {
        return Acts.told(event).orElseGet(() -> verb(event.event())) + ": " + event.message();
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
    public static String field(HistoryEntry.FieldChange field) {
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
