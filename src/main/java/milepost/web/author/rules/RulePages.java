package milepost.web.author.rules;

import io.javalin.http.Context;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import milepost.access.Role;
import milepost.facts.Problem;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.flags.store.RuleInsight;
import milepost.rules.book.Draft;
import milepost.rules.book.RuleChange;
import milepost.rules.book.Rulebook;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleInfo;
import milepost.web.layout.Links;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.layout.Subjects;
import milepost.web.layout.Visitor;

/** The list of rules and the page of each rule. */
public final class RulePages {
    private static final int FLAGS_SHOWN = 6;
    private static final int CHANGES_SHOWN = 50;

    private final Parts parts;
    private final Pages pages;

    public RulePages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    public void list(Context ctx) {
        boolean author = Visitor.covers(ctx, Role.AUTHOR);
        List<Draft> drafts = author ? parts.workbench().drafts().list() : List.of();
        Rulebook.Current live = book().current();
        RuleRow.Known known = known(parts.flags().insights(), drafts, author);
        List<RuleRow> rows = live.ruleset().rules().stream()
                .map(rule -> RuleRow.of(rule, known))
                .toList();
        RulesView.Work work = new RulesView.Work(
                live.number() == 0 ? null : book().version(live.number()),
                known.examples(),
                begun(drafts, live),
                drafts.size());
        RulesView view =
                RulesView.of(RuleFilter.of(ctx), rows, work, parts.workbench().folder());
        pages.show(ctx, new Page("Rules", Place.RULES, "milepost/web/author/rules/rules.jte", view));
    }

    public void one(Context ctx) {
        String key = ctx.pathParam("folder") + "/" + ctx.pathParam("name");
        RuleInfo rule = parts.ruleset()
                .get()
                .findRule(key)
                .orElseThrow(() ->
                        new Problem(Problem.Kind.NOT_FOUND, "There is no rule " + key + " among the rules in use."));
        if (!rule.key().equals(key)) {
            Redirects.to(ctx, Links.rule(rule.key()));
            return;
        }
        RuleView view = view(ctx, rule, Visitor.covers(ctx, Role.AUTHOR));
        pages.show(ctx, new Page(rule.title(), Place.RULES, "milepost/web/author/rules/rule.jte", view));
    }

    private RuleView view(Context ctx, RuleInfo rule, boolean author) {
        RuleView.Tab tab = RuleView.Tab.of(ctx.queryParam("tab"));
        RuleInsight insight = rule.shadow() && !author
                ? RuleInsight.never(rule.key())
                : parts.flags().insight(rule.key());
        List<Draft> drafts = author ? parts.workbench().drafts().list() : List.of();
        Subjects subjects = new Subjects(parts);
        List<RuleChange> all = book().changes(rule.path());
        List<RuleChange> changes = all.subList(0, Math.min(all.size(), CHANGES_SHOWN));
        return new RuleView(
                RuleRow.of(rule, known(Map.of(rule.key(), insight), drafts, author)),
                tab,
                conditions(rule),
                flags(ctx, rule, author).stream()
                        .map(flag -> RuleView.Hit.of(flag, subjects))
                        .toList(),
                new RuleView.Fared(
                        insight,
                        parts.workbench().backstage().times().find(rule).orElse(null),
                        rule.reviewDue(parts.today(ZoneOffset.UTC))),
                book().examples().of(rule.key()),
                book().current()
                        .files()
                        .find(RuleFile.stem(rule.path()) + RuleFile.CASES)
                        .orElse(""),
                changes,
                tab == RuleView.Tab.VERSIONS ? book().diffs(changes) : List.of());
    }

    private RuleConditions conditions(RuleInfo rule) {
        return parts.ruleset()
                .get()
                .findTree(rule.key())
                .map(RuleConditions::of)
                .orElse(RuleConditions.NONE);
    }

    private List<Flag> flags(Context ctx, RuleInfo rule, boolean author) {
        FlagQuery own = FlagQuery.counted()
                .seenBy(Visitor.reach(ctx))
                .ofRule(rule.key())
                .atMost(FLAGS_SHOWN);
        return rule.shadow() && author
                ? parts.flags().inShadow(own)
                : parts.flags().list(own);
    }

    private RuleRow.Known known(Map<String, RuleInsight> insights, List<Draft> drafts, boolean author) {
        Map<String, List<String>> writers = new HashMap<>();
        for (Draft draft : drafts) {
            draft.files().stream()
                    .map(file -> RuleFile.stem(file.path()))
                    .distinct()
                    .forEach(key -> writers.merge(
                            key,
                            List.of(draft.author()),
                            (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
        }
        return new RuleRow.Known(
                insights, book().examples(), book().changes(), writers, author, parts.today(ZoneOffset.UTC));
    }

    /** Rules that drafts add. */
    private static List<RulesView.Begun> begun(List<Draft> drafts, Rulebook.Current live) {
        Map<String, RulesView.Begun> begun = new TreeMap<>();
        for (Draft draft : drafts) {
            for (Draft.Changed file : draft.files()) {
                boolean added =
                        file.text() != null && live.files().find(file.path()).isEmpty();
                if (added && file.path().endsWith(RuleFile.RULE)) {
                    String key = RuleFile.stem(file.path());
                    begun.put(key + " " + draft.author(), new RulesView.Begun(key, draft));
                }
            }
        }
        return List.copyOf(begun.values());
    }

    private Rulebook book() {
        return parts.workbench().book();
    }
}
