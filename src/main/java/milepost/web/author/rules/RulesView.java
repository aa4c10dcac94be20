package milepost.web.author.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import milepost.facts.Severity;
import milepost.rules.book.Draft;
import milepost.rules.book.Examples;
import milepost.rules.book.LiveFolder;
import milepost.rules.book.RulesetVersion;
import milepost.rules.language.RuleProblem;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the list of rules prints.
 *
 * @param version the one in use; null before the first publication
 * @param rows every rule in use
 * @param begun rules that are in drafts only, for authors
 * @param folder where the rule files are
 * @param problems what keeps files there from being used
 * @param warnings what would keep the rules in use from being published again
 */
public record RulesView(
        @Nullable RulesetVersion version,
        RuleFilter filter,
        List<RuleRow> rows,
        Examples examples,
        List<Begun> begun,
        int drafts,
        String folder,
        List<RuleProblem> problems,
        List<RuleProblem> warnings) {

    /** Rules of one folder. */
    public record Folder(String name, List<RuleRow> rules) {}

    /** A rule that nobody has published yet. */
    public record Begun(String key, Draft draft) {}

    /** A choice of a filter, with how many rules it would show of all. */
    public record Choice(String value, String words, int count, boolean chosen) {}

    static RulesView of(RuleFilter filter, List<RuleRow> rows, Work work, LiveFolder live) {
        return new RulesView(
                work.version(),
                filter,
                rows,
                work.examples(),
                work.begun(),
                work.drafts(),
                live.name(),
                live.problems(),
                live.warnings());
    }

    /** What is being done about rules. */
    record Work(@Nullable RulesetVersion version, Examples examples, List<Begun> begun, int drafts) {}

    /** The rules that are shown, by folder. */
    public List<Folder> folders() {
        List<Folder> folders = new ArrayList<>();
        for (RuleRow row : rows.stream().filter(filter::takes).toList()) {
            String name = Words.sentence(row.folder());
            if (folders.isEmpty() || !folders.get(folders.size() - 1).name().equals(name)) {
                folders.add(new Folder(name, new ArrayList<>()));
            }
            folders.get(folders.size() - 1).rules().add(row);
        }
        return folders;
    }

    /** How many flags the rules hold up that everyone sees. */
    public int active() {
        return rows.stream()
                .filter(row -> !row.rule().shadow())
                .mapToInt(RuleRow::flags)
                .sum();
    }

    public List<Choice> categories() {
        return rows.stream()
                .map(RuleRow::folder)
                .distinct()
                .map(folder -> new Choice(
                        folder,
                        Words.sentence(folder),
                        (int) rows.stream()
                                .filter(r -> r.folder().equals(folder))
                                .count(),
                        folder.equals(filter.folder())))
                .toList();
    }

    /** The severities, the worst first. */
    public List<Choice> severities() {
        List<Choice> choices = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            int count =
                    (int) rows.stream().filter(r -> r.severity() == severity).count();
            choices.add(0, new Choice(severity.name(), Words.severity(severity), count, severity == filter.severity()));
        }
        return choices;
    }

    /** The states; one that no rule is in is left out. */
    public List<Choice> states() {
        return Arrays.stream(RuleFilter.Show.values())
                .map(show -> new Choice(show.name(), show.words(), RuleFilter.count(rows, show), show == filter.show()))
                .filter(choice -> choice.count() > 0 || choice.chosen())
                .toList();
    }
}
