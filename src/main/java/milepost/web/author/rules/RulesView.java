package milepost.web.author.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import milepost.facts.Severity;
import milepost.flags.FlagState;
import milepost.flags.FlagTally;
import milepost.rules.Ruleset;
import milepost.rules.book.LiveFolder;
import milepost.rules.language.RuleInfo;
import milepost.rules.language.RuleProblem;
import milepost.web.layout.Links;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the list of rules prints.
 *
 * @param folder where the rule files are
 * @param problems what keeps files there from being used
 */
public record RulesView(
        String version,
        int total,
        int active,
        String text,
        List<Folder> folders,
        String folder,
        List<RuleProblem> problems) {

    /** Rules of one folder. */
    public record Folder(String name, List<Row> rules) {}

    /**
     * One rule.
     *
     * @param flags how many flags it holds up now
     */
    public record Row(
            String key,
            String title,
            String href,
            Severity severity,
            int flags,
            @Nullable String owner,
            boolean shadow) {}

    static RulesView of(Ruleset ruleset, List<FlagTally> tallies, String text, LiveFolder live) {
        Map<String, Integer> active = new HashMap<>();
        tallies.stream()
                .filter(t -> t.state() == FlagState.ACTIVE)
                .forEach(t -> active.merge(t.rule(), t.count(), Integer::sum));
        List<Folder> folders = new ArrayList<>();
        for (RuleInfo rule : ruleset.rules()) {
            if (matches(rule, text)) {
                String name = Words.sentence(rule.key().substring(0, rule.key().indexOf('/')));
                if (folders.isEmpty() || !folders.get(folders.size() - 1).name().equals(name)) {
                    folders.add(new Folder(name, new ArrayList<>()));
                }
                folders.get(folders.size() - 1).rules().add(row(rule, active));
            }
        }
        int sum = active.values().stream().mapToInt(Integer::intValue).sum();
        return new RulesView(
                ruleset.version(), ruleset.rules().size(), sum, text, folders, live.name(), live.problems());
    }

    private static Row row(RuleInfo rule, Map<String, Integer> active) {
        return new Row(
                rule.key(),
                rule.title(),
                Links.rule(rule.key()),
                rule.severity(),
                active.getOrDefault(rule.key(), 0),
                rule.owner(),
                rule.shadow());
    }

    private static boolean matches(RuleInfo rule, String text) {
        String all = rule.key() + " " + rule.title() + " " + rule.why();
        return all.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
