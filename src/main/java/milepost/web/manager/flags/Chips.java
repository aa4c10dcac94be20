package milepost.web.manager.flags;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import milepost.web.layout.Words;

/** Every limit of a list, each with the address of the list without it. */
final class Chips {
    private final FlagFilter filter;
    private final Names names;
    private final List<FlagsView.Chip> chips = new ArrayList<>();

    Chips(FlagFilter filter, Names names) {
        this.filter = filter;
        this.names = names;
    }

    List<FlagsView.Chip> all() {
        filter.severities()
                .forEach(s ->
                        add("Severity: " + Words.severity(s), f -> f.severities(without(filter.severities(), s))));
        filter.roadmaps()
                .forEach(r -> add("Roadmap: " + names.roadmap(r), f -> f.roadmaps(without(filter.roadmaps(), r))));
        filter.folders()
                .forEach(c -> add("Category: " + Words.sentence(c), f -> f.folders(without(filter.folders(), c))));
        filter.assignees()
                .forEach(a ->
                        add("Assigned to: " + names.assignee(a), f -> f.assignees(without(filter.assignees(), a))));
        if (filter.rule() != null) {
            add("Rule: " + names.rule(filter.rule()), f -> f.rule(null).floods(false));
        }
        if (!filter.text().isEmpty()) {
            add("Text: " + filter.text(), f -> f.text(""));
        }
        if (filter.fresh()) {
            add("New only", f -> f.fresh(false));
        }
        return chips;
    }

    private void add(String text, UnaryOperator<FilterDraft> change) {
        chips.add(new FlagsView.Chip(text, filter.with(change).addressed()));
    }

    private static <T> List<T> without(List<T> all, T one) {
        return all.stream().filter(item -> !item.equals(one)).toList();
    }
}
