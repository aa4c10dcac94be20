package milepost.web.author.rules;

import io.javalin.http.Context;
import java.time.ZoneOffset;
import java.util.List;
import milepost.access.Role;
import milepost.facts.Problem;
import milepost.flags.Flag;
import milepost.flags.FlagQuery;
import milepost.rules.Ruleset;
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
    private static final int FLAGS_SHOWN = 50;

    private final Parts parts;
    private final Pages pages;

    public RulePages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    public void list(Context ctx) {
        String text = ctx.queryParam("q");
        RulesView view = RulesView.of(
                parts.ruleset().get(),
                parts.flags().insights(),
                new RulesView.Asked(
                        text == null ? "" : text.strip(),
                        Visitor.covers(ctx, Role.AUTHOR),
                        parts.today(ZoneOffset.UTC)),
                parts.workbench().folder());
        pages.show(ctx, new Page("Rules", Place.RULES, "milepost/web/author/rules/rules.jte", view));
    }

    private RuleView.Fared fared(RuleInfo rule) {
        return new RuleView.Fared(
                parts.flags().insight(rule.key()),
                parts.workbench().backstage().times().find(rule).orElse(null),
                rule.reviewDue(parts.today(ZoneOffset.UTC)));
    }

    public void one(Context ctx) {
        String key = ctx.pathParam("folder") + "/" + ctx.pathParam("name");
        Ruleset ruleset = parts.ruleset().get();
        RuleInfo rule = ruleset.findRule(key)
                .orElseThrow(() ->
                        new Problem(Problem.Kind.NOT_FOUND, "There is no rule " + key + " among the rules in use."));
        if (!rule.key().equals(key)) {
            Redirects.to(ctx, Links.rule(rule.key()));
            return;
        }
        FlagQuery own =
                FlagQuery.counted().seenBy(Visitor.reach(ctx)).ofRule(key).atMost(FLAGS_SHOWN);
        boolean author = Visitor.covers(ctx, Role.AUTHOR);
        List<Flag> flags = rule.shadow() && author
                ? parts.flags().inShadow(own)
                : parts.flags().list(own);
        RuleView view = RuleView.of(rule, flags, fared(rule), new Subjects(parts));
        pages.show(ctx, new Page(rule.title(), Place.RULES, "milepost/web/author/rules/rule.jte", view));
    }
}
