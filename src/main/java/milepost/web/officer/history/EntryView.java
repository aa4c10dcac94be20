package milepost.web.officer.history;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import milepost.facts.Dependency;
import milepost.facts.Milestone;
import milepost.facts.ProgressUpdate;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.facts.Source;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagEvent;
import milepost.roadmap.store.HistoryEntry;
import milepost.roadmap.store.LogEntry;
import milepost.web.asof.Hindsight;
import milepost.web.layout.Links;
import milepost.web.layout.Parts;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * One change as a list tells it.
 *
 * @param base address of the roadmap
 * @param at what keeps an address in the moment, empty for the present
 * @param undoes number of the change that it took back, null for none
 * @param undoneBy number of the change that took it back, null for none
 */
public record EntryView(
        String base,
        String at,
        long number,
        String actor,
        String when,
        @Nullable String reason,
        @Nullable Source source,
        @Nullable String approver,
        @Nullable Long undoes,
        @Nullable Long undoneBy,
        List<Item> items,
        boolean more,
        List<FlagLine> flags) {
    private static final int FLAGS_SHOWN = 5;
    private static final Set<String> ZERO_AT_FIRST = Set.of("slips", "lagDays");

    /**
     * One fact that was touched.
     *
     * @param href its page when it has one that is still there
     * @param how added, changed or removed
     */
    public record Item(String what, @Nullable String href, String how, List<Line> lines) {}

    /** Old and new value of a field; null for nothing. */
    public record Line(
            String label, @Nullable String before, @Nullable String after) {}

    /** What happened to a flag. */
    public record FlagLine(
            String what, boolean cleared, Severity severity, String subject, String message, String href) {}

    /** The first of the flags, for lists; an import raises dozens. */
    public List<FlagLine> someFlags() {
        return flags.subList(0, Math.min(FLAGS_SHOWN, flags.size()));
    }

    /** How many flags are not among the first. */
    public int moreFlags() {
        return Math.max(0, flags.size() - FLAGS_SHOWN);
    }

    public static EntryView of(LogEntry entry, Snapshot now, Parts parts) {
        return of(entry, now, parts, "");
    }

    /** As it was known in a moment. */
    static EntryView of(LogEntry entry, Hindsight then, Parts parts) {
        return of(entry, then.snapshot(), parts, then.moment().suffix());
    }

    private static EntryView of(LogEntry entry, Snapshot now, Parts parts, String at) {
        FieldText text = new FieldText(now.roadmap().zone());
        var change = entry.change();
        return new EntryView(
                Links.roadmap(now.roadmap().key()),
                at,
                change.id(),
                change.actor(),
                Words.time(change.at(), now.roadmap().zone()),
                change.reason(),
                change.source(),
                change.approver(),
                change.undoes(),
                change.undoneBy(),
                entry.touched().stream().map(t -> item(t, now, text, at)).toList(),
                entry.more(),
                entry.flags().stream()
                        .map(e -> flag(e, parts.flags().flag(e.flag()), at))
                        .toList());
    }

    private static Item item(LogEntry.Touched touched, Snapshot now, FieldText text, String at) {
        boolean there = touched.type() == Milestone.class
                && now.findMilestone(touched.key()).isPresent();
        return new Item(
                name(touched.type(), touched.key()),
                there ? Links.milestone(now.roadmap().key(), touched.key()) + at : null,
                touched.how().name().toLowerCase(Locale.ROOT),
                lines(touched.fields(), text));
    }

    /** Fields with their old and new values, without what says nothing. */
    public static List<Line> lines(List<HistoryEntry.FieldChange> fields, FieldText text) {
        return fields.stream()
                .sorted(Comparator.comparing(f -> FieldText.place(f.field())))
                .filter(f -> !f.field().equals("key"))
                .filter(f -> !ZERO_AT_FIRST.contains(f.field()) || f.before() != null || !"0".equals(f.after()))
                .map(f -> new Line(
                        text.label(f.field()), text.value(f.field(), f.before()), text.value(f.field(), f.after())))
                .toList();
    }

    /** {@code REE-1}, {@code REE-1 → REE-5}, {@code Indicator output-share}. */
    public static String name(Class<?> type, String key) {
        if (type == Milestone.class) {
            return key;
        }
        String kind = type == ProgressUpdate.class ? "Report" : Words.sentence(Words.spaced(type.getSimpleName()));
        return type == Dependency.class ? kind + " " + key.replace(">", " → ") : kind + " " + key;
    }

    private static FlagLine flag(FlagEvent event, Flag flag, String at) {
        String what = switch (event.event()) {
            case RESOLVED -> "Cleared";
            case REOPENED -> "Returned";
            default -> Words.sentence(event.event().name());
        };
        return new FlagLine(
                what,
                event.event() == FlagEvent.Kind.RESOLVED,
                event.severity(),
                flag.subject(),
                event.message(),
                Links.flag(flag.id()) + at);
    }
}
