package milepost.web.officer.milestone;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import milepost.facts.Severity;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagChanges;
import milepost.flags.life.FlagEvent;
import milepost.rules.engine.run.RuleFailure;
import milepost.web.layout.Links;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a change does to flags, or why it cannot be made yet.
 *
 * @param lead how the sentence begins, such as {@code If you save now:}
 * @param refused whether it cannot be made as it stands
 */
public record Effect(String lead, String sentence, List<Item> items, boolean refused) {

    /** One flag and what happens to it; without an address while it does not exist. */
    public record Item(
            boolean cleared,
            String what,
            Severity severity,
            String subject,
            String message,
            @Nullable String href) {
        /** What an event did to a flag, in the words of then. */
        static Item of(FlagEvent event, Flag flag) {
            boolean cleared = event.event() == FlagEvent.Kind.RESOLVED;
            return new Item(
                    cleared,
                    word(event.event()),
                    event.severity(),
                    flag.subject(),
                    event.message(),
                    Links.flag(flag.id()));
        }

        static Item of(FlagEvent.Kind kind, Flag flag) {
            return new Item(
                    kind == FlagEvent.Kind.RESOLVED,
                    word(kind),
                    flag.severity(),
                    flag.subject(),
                    flag.message(),
                    flag.id() == 0 ? null : Links.flag(flag.id()));
        }
    }

    /** Of a form that nobody has touched. */
    static final Effect UNTOUCHED = new Effect("", "Nothing has been changed yet.", List.of(), false);

    /** What the change would do. */
    static Effect planned(String lead, FlagChanges changes, List<RuleFailure> setAside) {
        String failed = setAside.isEmpty()
                ? ""
                : " " + Words.count(setAside.size(), "rule") + " failed and could not be asked.";
        List<Item> items = items(changes);
        return new Effect(lead, counts(items) + failed, items, false);
    }

    /** What the change did. */
    static Effect done(String lead, List<FlagEvent> events, Function<Long, Flag> flags) {
        List<Item> items = events.stream()
                .map(e -> Item.of(e.event(), flags.apply(e.flag())))
                .toList();
        return new Effect(lead, counts(items), items, false);
    }

    /** Why it cannot be saved. */
    static Effect refused(String lead, String sentence) {
        return new Effect(lead, sentence, List.of(), true);
    }

    private static List<Item> items(FlagChanges changes) {
        List<Item> items = new ArrayList<>();
        changes.resolved().forEach(f -> items.add(Item.of(FlagEvent.Kind.RESOLVED, f)));
        changes.raised().forEach(f -> items.add(Item.of(FlagEvent.Kind.RAISED, f)));
        changes.reopened().forEach(f -> items.add(Item.of(FlagEvent.Kind.REOPENED, f)));
        changes.escalated().forEach(f -> items.add(Item.of(FlagEvent.Kind.ESCALATED, f)));
        changes.reworded().forEach(f -> items.add(Item.of(FlagEvent.Kind.REWORDED, f)));
        return items;
    }

    /** {@code 2 flags cleared, 1 raised.} */
    private static String counts(List<Item> items) {
        List<String> parts = new ArrayList<>();
        for (String what : List.of("cleared", "raised", "returned", "escalated", "eased", "reworded", "pending")) {
            long number = items.stream().filter(i -> i.what().equals(what)).count();
            if (number > 0) {
                parts.add((parts.isEmpty() ? Words.count(number, "flag") : String.valueOf(number)) + " " + what);
            }
        }
        return parts.isEmpty() ? "no flag changes." : String.join(", ", parts) + ".";
    }

    private static String word(FlagEvent.Kind kind) {
        return switch (kind) {
            case RESOLVED -> "cleared";
            case REOPENED -> "returned";
            default -> kind.name().toLowerCase(java.util.Locale.ROOT);
        };
    }
}
