package milepost.web.author.draft;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milepost.facts.Problem;
import milepost.rules.book.Draft;
import milepost.rules.book.Drafts;
import milepost.rules.book.FileDiff;
import milepost.rules.book.RuleFiles;
import milepost.web.layout.Links;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.layout.Visitor;
import org.jspecify.annotations.Nullable;

/** The editor of a rule: its text and its cases, saved to the author's draft. */
public final class EditPages {
    private final Parts parts;
    private final Pages pages;

    public EditPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    /** What was typed in the two fields. */
    private record Typed(long version, String rule, String cases) {}

    public void edit(Context ctx) {
        Draft draft = drafts().findDraft(author(ctx)).orElse(null);
        RuleFiles files = draft == null ? live() : draft.over(live());
        String key = key(ctx);
        boolean gone = files.find(key + RuleFiles.RULE).isEmpty()
                && live().find(key + RuleFiles.RULE).isEmpty();
        if (gone) {
            throw new Problem(
                    Problem.Kind.NOT_FOUND, "There is no rule " + key + ", neither in use nor in your draft.");
        }
        Typed typed = new Typed(
                draft == null ? 0 : draft.version(),
                files.find(key + RuleFiles.RULE).orElse(""),
                files.find(key + RuleFiles.CASES).orElse(""));
        show(ctx, typed, draft, null);
    }

    /** Saves both texts to the draft; an empty text lets its file go. */
    public void save(Context ctx) {
        Typed typed = new Typed(Forms.number(ctx, "version"), Forms.text(ctx, "rule"), Forms.text(ctx, "cases"));
        String key = key(ctx);
        try {
            Draft draft = put(ctx, typed.version(), key + RuleFiles.RULE, typed.rule());
            put(ctx, draft.version(), key + RuleFiles.CASES, typed.cases());
            Redirects.to(ctx, typed.rule().isBlank() ? "/draft" : Links.rule(key) + "/edit");
        } catch (Problem refused) {
            ctx.status(refused.kind() == Problem.Kind.CONFLICT ? 409 : 422);
            Draft now = drafts().findDraft(author(ctx)).orElse(null);
            long version = now == null ? 0 : now.version();
            show(ctx, new Typed(version, typed.rule(), typed.cases()), now, refused.getMessage());
        }
    }

    /** Goes back to the text in use. */
    public void revert(Context ctx) {
        both(ctx, (version, path) -> drafts().revert(author(ctx), version, path));
        boolean used = live().find(key(ctx) + RuleFiles.RULE).isPresent();
        Redirects.to(ctx, used ? Links.rule(key(ctx)) : "/draft");
    }

    /** Keeps the draft's text although the file was changed elsewhere. */
    public void insist(Context ctx) {
        both(ctx, (version, path) -> drafts().insist(author(ctx), version, path));
        Redirects.to(ctx, Links.rule(key(ctx)) + "/edit");
    }

    private interface Step {
        Draft on(long version, String path);
    }

    private static void both(Context ctx, Step step) {
        Draft first = step.on(Forms.number(ctx, "version"), key(ctx) + RuleFiles.RULE);
        step.on(first.version(), key(ctx) + RuleFiles.CASES);
    }

    private Draft put(Context ctx, long version, String path, String text) {
        return drafts().save(author(ctx), version, path, text.isBlank() ? null : text);
    }

    private void show(Context ctx, Typed typed, @Nullable Draft draft, @Nullable String error) {
        String key = key(ctx);
        RuleFiles base = draft == null ? live() : draft.over(live());
        RuleFiles candidate = base.with(key + RuleFiles.RULE, typed.rule().isBlank() ? null : typed.rule())
                .with(key + RuleFiles.CASES, typed.cases().isBlank() ? null : typed.cases());
        EditView view = new EditView(
                key,
                typed.version(),
                typed.rule(),
                typed.cases(),
                draft != null && !own(draft, key).isEmpty(),
                draft == null ? List.of() : elsewhere(draft, key),
                Trial.of(parts, candidate),
                error);
        String title = (error == null ? "" : "Error: ") + "Edit " + key;
        pages.show(ctx, new Page(title, Place.RULES, "milepost/web/author/draft/edit.jte", view));
    }

    private List<FileDiff> elsewhere(Draft draft, String key) {
        List<String> conflicts = draft.conflicts(live());
        List<FileDiff> diffs = new ArrayList<>();
        for (Draft.Changed file : own(draft, key)) {
            if (conflicts.contains(file.path())) {
                diffs.add(FileDiff.of(
                        file.path(), file.base(), live().find(file.path()).orElse(null)));
            }
        }
        return diffs;
    }

    private static List<Draft.Changed> own(Draft draft, String key) {
        return List.of(key + RuleFiles.RULE, key + RuleFiles.CASES).stream()
                .map(draft::find)
                .flatMap(Optional::stream)
                .toList();
    }

    private Drafts drafts() {
        return parts.workbench().drafts();
    }

    private RuleFiles live() {
        return parts.workbench().book().current().files();
    }

    private static String author(Context ctx) {
        return Visitor.person(ctx).name();
    }

    private static String key(Context ctx) {
        return ctx.pathParam("folder") + "/" + ctx.pathParam("name");
    }
}
