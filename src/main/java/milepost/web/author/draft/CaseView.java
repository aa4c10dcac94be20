package milepost.web.author.draft;

import java.util.List;
import milepost.rules.writing.CaseMaker;
import org.jspecify.annotations.Nullable;

/**
 * What the page that makes a case of live facts prints.
 *
 * @param roadmap the one chosen
 * @param subject key of the milestone, indicator or roadmap chosen; empty for none yet
 * @param rule key of the rule chosen; empty for none yet
 * @param roadmaps keys to choose from
 * @param subjects to choose from on this roadmap
 * @param rules keys to choose from, those of the draft among them
 * @param made null until everything is chosen
 * @param text the case as it would be added, as made or as typed
 * @param error why it was not added
 */
public record CaseView(
        String roadmap,
        String subject,
        String rule,
        List<String> roadmaps,
        List<Subject> subjects,
        List<String> rules,
        CaseMaker.@Nullable Made made,
        String text,
        @Nullable String error) {

    /** Something a case can be about. */
    public record Subject(String key, String title) {}
}
