package milepost.web.author.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import milepost.facts.Severity;
import milepost.flags.RuleInsight;
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
 * @param warnings what would keep the rules in use from being published in the browser
 */
public record RulesView(
        String version,
        int total,
        int active,
        String text,
        List<Folder> folders,
        String folder,
        List<RuleProblem> problems,
        List<RuleProblem> warnings) {

    /** Rules of one folder. */
    public record Folder(String name, List<Row> rules) {}

    /**
     * One rule.
     *
     * @param flags how many flags it holds up now
     * @param lastRaised when a flag of it last became active
     * @param marks what is to be known of it at once
     */
    public record Row(
            String key,
            String title,
            String href,
            Severity severity,
            int flags,
            @Nullable Instant lastRaised,
            @Nullable String owner,
            List<String> marks) {

        /** The day it last raised a flag, in words. */
        public String last() {
            return lastRaised == null
                    ? "Never"
                    : Words.day(lastRaised.atZone(ZoneOffset.UTC).toLocalDate());
        }
    }

    /** Who asks for what, and on which day. */
    record Asked(String text, boolean author, LocalDate today) {}

    private static List<String> marks(RuleInfo rule, RuleInsight fared, LocalDate today) {
        List<String> marks = new ArrayList<>();
        if (rule.shadow()) {
            marks.add("In shadow");
        }
        if (fared.noisy()) {
            marks.add("Noisy");
        }
        if (rule.reviewDue(today)) {
            marks.add("Review due");
        }
        return marks;
    }

    static RulesView of(Ruleset ruleset, Map<String, RuleInsight> insights, Asked asked, LiveFolder live) {
        String text = asked.text();
        List<Folder> folders = new ArrayList<>();
        for (RuleInfo rule : ruleset.rules()) {
            if (matches(rule, text)) {
                String name = Words.sentence(rule.key().substring(0, rule.key().indexOf('/')));
                if (folders.isEmpty() || !folders.get(folders.size() - 1).name().equals(name)) {
                    folders.add(new Folder(name, new ArrayList<>()));
                }
                folders.get(folders.size() - 1)
                        .rules()
                        .add(row(rule, insights.getOrDefault(rule.key(), RuleInsight.never(rule.key())), asked));
            }
        }
        int sum = ruleset.rules().stream()
                .filter(rule -> !rule.shadow())
                .mapToInt(rule -> insights.getOrDefault(rule.key(), RuleInsight.never(rule.key()))
                        .active())
                .sum();
        return new RulesView(
                ruleset.version(),
                ruleset.rules().size(),
                sum,
                text,
                folders,
                live.name(),
                live.problems(),
                live.warnings());
    }

    private static Row row(RuleInfo rule, RuleInsight fared, Asked asked) {
        return new Row(
                rule.key(),
                rule.title(),
                Links.rule(rule.key()),
                rule.severity(),
                rule.shadow() && !asked.author() ? 0 : fared.active(),
                rule.shadow() && !asked.author() ? null : fared.lastRaised(),
                rule.owner(),
                marks(rule, fared, asked.today()));
    }

    private static boolean matches(RuleInfo rule, String text) {
        String all = rule.key() + " " + rule.title() + " " + rule.why();
        return all.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
