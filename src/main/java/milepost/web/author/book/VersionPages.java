package milepost.web.author.book;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.ZoneOffset;
import java.util.List;
import milepost.facts.Problem;
import milepost.rules.book.FileDiff;
import milepost.rules.book.RuleFiles;
import milepost.rules.book.Rulebook;
import milepost.rules.book.RulesetVersion;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.layout.Visitor;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/** The list of published versions and the page of each. */
public final class VersionPages {
    private static final int SHOWN = 50;

    private final Parts parts;
    private final Pages pages;

    public VersionPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    public void list(Context ctx) {
        String before = ctx.queryParam("before");
        List<RulesetVersion> versions = book().versions(before == null ? null : number(before), SHOWN + 1);
        boolean more = versions.size() > SHOWN;
        List<RulesetVersion> shown = more ? versions.subList(0, SHOWN) : versions;
        String next = more ? "/rulesets?before=" + shown.get(SHOWN - 1).number() : null;
        VersionsView view = new VersionsView(book().current().number(), shown, next);
        pages.show(ctx, new Page("Versions of the rules", Place.RULES, "milepost/web/author/book/versions.jte", view));
    }

    public void one(Context ctx) {
        show(ctx, "", null);
    }

    /** Brings a version back; what was typed is shown again when that is refused. */
    public void restore(Context ctx) {
        String comment = ctx.formParam("comment") == null ? "" : ctx.formParam("comment");
        try {
            RulesetVersion back = parts.workbench()
                    .publishing()
                    .restore(Visitor.person(ctx).name(), number(ctx.pathParam("number")), String.valueOf(comment));
            Redirects.to(ctx, "/rulesets/" + back.number());
        } catch (Problem refused) {
            if (refused.kind() == Problem.Kind.NOT_FOUND) {
                throw refused;
            }
            ctx.status(refused.kind() == Problem.Kind.CONFLICT ? 409 : 422);
            show(ctx, String.valueOf(comment), refused.getMessage());
        }
    }

    /** From now on the flags it brought up are news like all others. */
    public void lookedAt(Context ctx) {
        RulesetVersion version = book().version(number(ctx.pathParam("number")));
        parts.flags().lookedAt(Visitor.person(ctx).name(), version.hash(), Visitor.rights(ctx)::decides);
        Redirects.to(ctx, "/rulesets/" + version.number());
    }

    private void show(Context ctx, String comment, @Nullable String error) {
        RulesetVersion version = book().version(number(ctx.pathParam("number")));
        String asked = ctx.queryParam("against");
        long against = asked == null ? version.number() - 1 : number(asked);
        RuleFiles before = against == 0 ? RuleFiles.NONE : book().files(against);
        VersionView view = new VersionView(
                version,
                against,
                book().current().number(),
                book().versions(null, SHOWN).stream()
                        .filter(v -> v.number() != version.number())
                        .toList(),
                FileDiff.between(before, book().files(version.number())),
                parts.flags().raisedBy(version.hash(), Visitor.reach(ctx)),
                parts.flags().notLookedAt(version.hash(), Visitor.rights(ctx)::mayRead),
                comment,
                error);
        String title = (error == null ? "" : "Error: ") + "Version " + version.number();
        pages.show(ctx, new Page(title, Place.RULES, "milepost/web/author/book/version.jte", view));
    }

    /** When a version was published, for people. */
    public static String when(RulesetVersion version) {
        return Words.time(version.at(), ZoneOffset.UTC) + " UTC";
    }

    /** Where a version came from, for people. */
    public static String cause(RulesetVersion version) {
        return switch (version.cause()) {
            case FILES -> "Files";
            case WEB -> "Published";
            case RESTORE -> "Version " + version.restored() + " brought back";
        };
    }

    private Rulebook book() {
        return parts.workbench().book();
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,12}")) {
            throw new NotFoundResponse();
        }
        return Long.parseLong(text);
    }
}
