package milepost.web.author.draft;

import java.util.List;
import milepost.rules.book.FileDiff;
import milepost.rules.language.RuleProblem;
import org.jspecify.annotations.Nullable;

/**
 * What the editor of one rule prints.
 *
 * @param version of the draft, 0 when there is none
 * @param rule text of the rule file as typed
 * @param cases text of the case file as typed
 * @param drafted whether the draft differs from the rules in use in one of the two files
 * @param elsewhere what was changed elsewhere since the draft was begun
 * @param error why it was not saved
 */
public record EditView(
        String key,
        long version,
        String rule,
        String cases,
        boolean drafted,
        List<FileDiff> elsewhere,
        Trial trial,
        @Nullable String error) {

    /** Problems in the two files of the rule or with all of them together; others are shown with the draft. */
    public List<RuleProblem> problems() {
        return trial.review().problems().stream()
                .filter(p -> p.path().isEmpty() || p.path().startsWith(key + "."))
                .toList();
    }

    /** How many problems there are in other files. */
    public int others() {
        return trial.review().problems().size() - problems().size();
    }
}
