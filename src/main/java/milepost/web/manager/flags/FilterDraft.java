package milepost.web.manager.flags;

import java.util.List;
import milepost.facts.Severity;
import org.jspecify.annotations.Nullable;

/** A filter on its way to being another, at its first page with nothing unfolded. */
final class FilterDraft {
    private final Grouping grouping;
    private final String at;
    private Tab tab;
    private List<Severity> severities;
    private List<String> roadmaps;
    private List<String> folders;
    private List<String> assignees;
    private @Nullable String rule;
    private String text;
    private boolean fresh;
    private boolean floods;

    FilterDraft(FlagFilter filter) {
        tab = filter.tab();
        severities = filter.severities();
        roadmaps = filter.roadmaps();
        folders = filter.folders();
        assignees = filter.assignees();
        rule = filter.rule();
        text = filter.text();
        fresh = filter.fresh();
        floods = filter.floods();
        grouping = filter.grouping();
        at = filter.at();
    }

    FilterDraft tab(Tab other) {
        tab = other;
        return this;
    }

    FilterDraft severities(List<Severity> others) {
        severities = others;
        return this;
    }

    FilterDraft roadmaps(List<String> others) {
        roadmaps = others;
        return this;
    }

    FilterDraft folders(List<String> others) {
        folders = others;
        return this;
    }

    FilterDraft assignees(List<String> others) {
        assignees = others;
        return this;
    }

    FilterDraft rule(@Nullable String other) {
        rule = other;
        return this;
    }

    FilterDraft text(String other) {
        text = other;
        return this;
    }

    FilterDraft fresh(boolean only) {
        fresh = only;
        return this;
    }

    FilterDraft floods(boolean listed) {
        floods = listed;
        return this;
    }

    FlagFilter filter() {
        return new FlagFilter(
                tab, severities, roadmaps, folders, assignees, rule, text, fresh, floods, grouping, null, null, at);
    }
}
