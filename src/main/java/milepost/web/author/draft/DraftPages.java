package milepost.web.author.draft;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import milepost.facts.Problem;
import milepost.rules.book.Draft;
import milepost.rules.book.Drafts;
import milepost.rules.book.FileDiff;
import milepost.rules.book.RuleFiles;
import milepost.rules.book.Rulebook;
import milepost.rules.book.RulesetVersion;
import milepost.rules.language.RuleFile;
import milepost.web.layout.Links;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.layout.Visitor;
import org.jspecify.annotations.Nullable;

/** Drafts as a whole: a new rule in them, what they change, and their publication. */
public final class DraftPages {
    private final Parts parts;
    private final Pages pages;

    public DraftPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    public void newRule(Context ctx) {
        show(ctx, NewRuleForm.EMPTY);
    }

    /** Puts a rule to begin with into the draft and opens the editor. */
    public void begin(Context ctx) {
        NewRuleForm form = new NewRuleForm(
                Forms.text(ctx, "key").strip(), Forms.text(ctx, "title"), Forms.text(ctx, "severity"), null);
        Draft draft = drafts().findDraft(author(ctx)).orElse(null);
        RuleFiles files = draft == null ? live().files() : draft.over(live().files());
        if (!form.wellFormed()) {
            ctx.status(422);
            show(
                    ctx,
                    form.refused("Write a folder and a name in small letters, digits and hyphens, such as"
                            + " dependency/hub-without-bridge."));
        } else if (files.find(form.key() + RuleFile.RULE).isPresent()) {
            ctx.status(422);
            show(ctx, form.refused("There is already a rule of this key; choose another or edit that one."));
        } else {
            long version = draft == null ? 0 : draft.version();
            Draft begun = drafts().save(author(ctx), version, form.key() + RuleFile.RULE, form.rule());
            drafts().save(author(ctx), begun.version(), form.key() + RuleFile.CASES, form.cases());
            Redirects.to(ctx, Links.rule(form.key()) + "/edit");
        }
    }

    /** The visitor's own draft, or that they have none. */
    public void own(Context ctx) {
        Draft draft = drafts().findDraft(author(ctx)).orElse(null);
        if (draft == null) {
            pages.show(ctx, new Page("Your draft", Place.RULES, "milepost/web/author/draft/none.jte", drafts().list()));
        } else {
            Redirects.to(ctx, "/drafts/" + draft.id());
        }
    }

    public void one(Context ctx) {
        show(ctx, draft(ctx), "", null);
    }

    public void publish(Context ctx) {
        Draft draft = draft(ctx);
        String comment = Forms.text(ctx, "comment");
        try {
            RulesetVersion version = parts.workbench()
                    .publishing()
                    .publishDraft(author(ctx), draft.id(), Forms.number(ctx, "version"), comment);
            Redirects.to(ctx, "/rulesets/" + version.number());
        } catch (Problem refused) {
            refused(ctx, draft, comment, refused);
        }
    }

    /** Asks another author to publish it. */
    public void submit(Context ctx) {
        Draft draft = draft(ctx);
        String comment = Forms.text(ctx, "comment");
        try {
            drafts().submit(author(ctx), Forms.number(ctx, "version"), comment);
            Redirects.to(ctx, "/drafts/" + draft.id());
        } catch (Problem refused) {
            refused(ctx, draft, comment, refused);
        }
    }

    public void discard(Context ctx) {
        drafts().discard(author(ctx), Forms.number(ctx, "version"));
        Redirects.to(ctx, "/rules");
    }

    private void refused(Context ctx, Draft draft, String comment, Problem refused) {
        ctx.status(
                switch (refused.kind()) {
                    case CONFLICT -> 409;
                    case FORBIDDEN -> 403;
                    default -> 422;
                });
        show(ctx, draft, comment, refused.getMessage());
    }

    private void show(Context ctx, Draft draft, String comment, @Nullable String error) {
        Rulebook.Current live = live();
        RuleFiles candidate = draft.over(live.files());
        List<FileDiff> diffs = FileDiff.between(live.files(), candidate);
        DraftView view = new DraftView(
                draft,
                draft.author().equals(author(ctx)),
                parts.workbench().publishing().twoPersons(),
                live.number() + 1,
                diffs,
                draft.conflicts(live.files()),
                Trial.of(parts, candidate, Visitor.reach(ctx)),
                comment.isEmpty() ? draft.comment() : comment,
                error);
        String title = (error == null ? "" : "Error: ") + (view.mine() ? "Your draft" : "Draft of " + draft.author());
        pages.show(ctx, new Page(title, Place.RULES, "milepost/web/author/draft/draft.jte", view));
    }

    private void show(Context ctx, NewRuleForm form) {
        String title = (form.error() == null ? "" : "Error: ") + "New rule";
        pages.show(ctx, new Page(title, Place.RULES, "milepost/web/author/draft/newrule.jte", form));
    }

    private Draft draft(Context ctx) {
        String id = ctx.pathParam("id");
        if (!id.matches("[0-9]{1,12}")) {
            throw new NotFoundResponse();
        }
        return drafts().draft(Long.parseLong(id));
    }

    private Drafts drafts() {
        return parts.workbench().drafts();
    }

    private Rulebook.Current live() {
        return parts.workbench().book().current();
    }

    private static String author(Context ctx) {
        return Visitor.person(ctx).name();
    }
}
