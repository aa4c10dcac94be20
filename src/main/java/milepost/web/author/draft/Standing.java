package milepost.web.author.draft;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milepost.rules.book.Draft;
import milepost.rules.book.FileDiff;
import milepost.rules.book.RuleFiles;
import milepost.rules.book.Rulebook;
import org.jspecify.annotations.Nullable;

/**
 * How the draft stands to the rules in use, as far as one rule is concerned.
 *
 * @param live number of the version in use
 * @param draft null when there is none
 * @param changes what it changes in the two files of the rule
 * @param elsewhere what was changed in them elsewhere since the draft was begun
 * @param conflicts paths of all its files that were changed elsewhere
 */
public record Standing(
        long live, @Nullable Draft draft, List<FileDiff> changes, List<FileDiff> elsewhere, List<String> conflicts) {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    static Standing of(Typed typed, @Nullable Draft draft, Rulebook.Current live) {
        RuleFiles now = live.files();
        if (draft == null) {
            return new Standing(live.number(), null, List.of(), List.of(), List.of());
        }
        RuleFiles over = draft.over(now);
        List<String> conflicts = draft.conflicts(now);
        List<FileDiff> changes = new ArrayList<>();
        List<FileDiff> elsewhere = new ArrayList<>();
        for (String path : List.of(typed.rulePath(), typed.casesPath())) {
            String before = now.find(path).orElse(null);
            String after = over.find(path).orElse(null);
            if (before != null && !before.equals(after) || before == null && after != null) {
                changes.add(FileDiff.of(path, before, after));
            }
            Optional<Draft.Changed> own = draft.find(path).filter(f -> conflicts.contains(path));
            own.ifPresent(file -> elsewhere.add(FileDiff.of(path, file.base(), before)));
        }
        return new Standing(live.number(), draft, changes, elsewhere, conflicts);
    }

    /** Whether the draft has a text of its own for this rule. */
    public boolean drafted() {
        return !changes.isEmpty();
    }

    /** When the draft was saved last, in hours and minutes. */
    public String saved() {
        return draft == null ? "" : CLOCK.format(draft.savedAt()) + " UTC";
    }

    /** A time of day for results. */
    static String clock(java.time.Instant at) {
        return CLOCK.format(at) + " UTC";
    }
}
