package milepost.web.author.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import milepost.facts.Severity;
import milepost.flags.store.RuleInsight;
import milepost.rules.book.Examples;
import milepost.rules.book.RuleChange;
import milepost.rules.language.RuleInfo;
import milepost.web.layout.Links;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * One rule in the list.
 *
 * @param flags how many flags it holds up now
 * @param lastRaised when a flag of it last became active
 * @param cases how many cases it has
 * @param passed how many of them pass
 * @param running how many of them are being run
 * @param changed the publication that brought its text; null before the first one
 * @param writers who has a draft of it; nobody for people who do not write rules
 * @param marks what is to be known of it at once
 */
public record RuleRow(
        RuleInfo rule,
        int flags,
        @Nullable Instant lastRaised,
        int cases,
        int passed,
        int running,
        @Nullable RuleChange changed,
        List<String> writers,
        List<String> marks) {

    /** What is known of rules besides themselves. */
    record Known(
            Map<String, RuleInsight> insights,
            Examples examples,
            Map<String, List<RuleChange>> changes,
            Map<String, List<String>> writers,
            boolean author,
            LocalDate today) {}

    static RuleRow of(RuleInfo rule, Known known) {
        RuleInsight fared = known.insights().getOrDefault(rule.key(), RuleInsight.never(rule.key()));
        boolean told = !rule.shadow() || known.author();
        List<Examples.Example> cases = known.examples().of(rule.key());
        List<RuleChange> changes = known.changes().getOrDefault(rule.path(), List.of());
        return new RuleRow(
                rule,
                told ? fared.active() : 0,
                told ? fared.lastRaised() : null,
                cases.size(),
                (int) cases.stream().filter(Examples.Example::passes).count(),
                (int) cases.stream().filter(e -> e.result() == null).count(),
                changes.isEmpty() ? null : changes.get(0),
                known.writers().getOrDefault(rule.key(), List.of()),
                RuleFilter.marks(rule, fared, known.today()));
    }

    public String key() {
        return rule.key();
    }

    public String href() {
        return Links.rule(rule.key());
    }

    public Severity severity() {
        return rule.severity();
    }

    public String folder() {
        return rule.key().substring(0, rule.key().indexOf('/'));
    }

    /** The day on which its text came into use, in words. */
    public String changedOn() {
        return changed == null
                ? ""
                : Words.day(changed.at().atZone(ZoneOffset.UTC).toLocalDate());
    }

    /** The day it last raised a flag, in words. */
    public String last() {
        return lastRaised == null
                ? "Never"
                : Words.day(lastRaised.atZone(ZoneOffset.UTC).toLocalDate());
    }

    boolean contains(String text) {
        String all = rule.key() + "\n" + rule.title() + "\n" + rule.why() + "\n" + rule.owner();
        return all.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
