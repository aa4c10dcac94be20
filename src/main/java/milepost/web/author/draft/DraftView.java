package milepost.web.author.draft;

import java.util.List;
import milepost.rules.book.Draft;
import milepost.rules.book.FileDiff;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a draft prints.
 *
 * @param mine whether the visitor is its author
 * @param twoPersons whether another author must publish it
 * @param next number of the version it would become
 * @param diffs what it changes in the rules in use
 * @param conflicts paths of files changed elsewhere since
 * @param comment what was typed
 * @param error why it was not published
 */
public record DraftView(
        Draft draft,
        boolean mine,
        boolean twoPersons,
        long next,
        List<FileDiff> diffs,
        List<String> conflicts,
        Trial trial,
        String comment,
        @Nullable String error) {

    /** Whether nothing stands in the way of its publication by somebody. */
    public boolean ready() {
        return conflicts.isEmpty() && trial.review().passes() && !diffs.isEmpty();
    }

    /** Whether this visitor can publish it. */
    public boolean publishable() {
        return ready() && (mine ? !twoPersons : draft.state() == Draft.State.SUBMITTED);
    }

    /** The key of the rule that a file belongs to. */
    public static String key(String path) {
        return path.replaceFirst("[.](drl|cases[.]yaml)$", "");
    }
}
