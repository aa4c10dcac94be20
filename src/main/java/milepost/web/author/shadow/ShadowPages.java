package milepost.web.author.shadow;

import io.javalin.http.Context;
import java.util.List;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagState;
import milepost.flags.store.FlagQuery;
import milepost.rules.language.RuleInfo;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Subjects;
import milepost.web.layout.Visitor;

/** The flags of rules in shadow, rule by rule. */
public final class ShadowPages {
    private static final int SHOWN = 50;

    private final Parts parts;
    private final Pages pages;

    public ShadowPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    public void list(Context ctx) {
        Subjects subjects = new Subjects(parts);
        List<Flag> flags = parts.flags()
                .inShadow(FlagQuery.all().seenBy(Visitor.reach(ctx)).in(FlagState.ACTIVE, FlagState.PENDING));
        List<ShadowView> view = parts.ruleset().get().rules().stream()
                .filter(RuleInfo::shadow)
                .map(rule -> ShadowView.of(rule, flags, SHOWN, subjects))
                .toList();
        pages.show(ctx, new Page("Rules in shadow", Place.RULES, "milepost/web/author/shadow/shadow.jte", view));
    }
}
