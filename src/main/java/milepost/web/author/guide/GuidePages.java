package milepost.web.author.guide;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import milepost.facts.Problem;
import milepost.rules.lint.RuleLint;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Place;

/** The author's guide, and a page for each kind of advice: what to avoid, what to prefer, and why. */
public final class GuidePages {
    private final Pages pages;

    public GuidePages(Pages pages) {
        this.pages = pages;
    }

    public void guide(Context ctx) {
        Markdown.Shown shown = Markdown.show(Guide.text());
        show(ctx, new GuideView(shown.title(), null, shown.sections(), shown.html(), advice()));
    }

    /** One kind of advice; NOT_FOUND when there is none of this code. */
    public void check(Context ctx) {
        String code = ctx.pathParam("code");
        Markdown.Shown shown = Optional.ofNullable(RuleLint.page(code))
                .map(Markdown::show)
                .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no advice called " + code + "."));
        show(ctx, new GuideView(shown.title(), code, List.of(), shown.html(), List.of()));
    }

    private void show(Context ctx, GuideView view) {
        pages.show(ctx, new Page(view.title(), Place.RULES, "milepost/web/author/guide/guide.jte", view));
    }

    private static List<GuideView.Advice> advice() {
        return RuleLint.codes().stream()
                .map(code -> new GuideView.Advice(
                        code, Markdown.show(String.valueOf(RuleLint.page(code))).title()))
                .toList();
    }
}
