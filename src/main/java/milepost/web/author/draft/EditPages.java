package milepost.web.author.draft;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import milepost.facts.Problem;
import milepost.rules.book.Draft;
import milepost.rules.book.Drafts;
import milepost.rules.book.RuleFiles;
import milepost.rules.book.Rulebook;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.RuleTree;
import milepost.web.layout.Links;
import milepost.web.layout.Nonce;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.layout.Visitor;
import org.jspecify.annotations.Nullable;

/** The editor of a rule: its text and its cases, saved to the author's draft. Whatever scripts make quicker works without them. */
public final class EditPages {
    private final Parts parts;
    private final Pages pages;

    public EditPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    /** The editor; with {@code tried} in the address also what the rule would do. */
    public void edit(Context ctx) {
        Draft draft = own(ctx);
        RuleFiles live = live().files();
        RuleFiles files = moved(ctx, draft == null ? live : draft.over(live));
        Typed typed = new Typed(
                Typed.key(ctx),
                draft == null ? 0 : draft.version(),
                files.find(Typed.key(ctx) + RuleFile.RULE).orElse(""),
                files.find(Typed.key(ctx) + RuleFile.CASES).orElse(""));
        if (typed.rule().isEmpty() && live.find(typed.rulePath()).isEmpty()) {
            throw new Problem(
                    Problem.Kind.NOT_FOUND, "There is no rule " + typed.key() + ", neither in use nor in your draft.");
        }
        show(ctx, typed, ctx.queryParam("tried") != null, null);
    }

    /** Saves both texts to the draft, after a quick fix if one was chosen. */
    public void save(Context ctx) {
        Typed typed = Typed.of(ctx);
        String fix = Forms.text(ctx, "fix");
        try {
            Typed kept = fix.isEmpty() ? typed : fixed(typed, fix);
            put(ctx, kept);
            Redirects.to(ctx, kept.rule().isBlank() ? "/draft" : Links.rule(kept.key()) + "/edit?tried=yes");
        } catch (Problem refused) {
            ctx.status(status(refused));
            show(ctx, typed.at(version(ctx)), false, refused.getMessage());
        }
    }

    /** Saves both texts and says only that it did, and what the draft's version is now. */
    public void keep(Context ctx) {
        try {
            Draft draft = put(ctx, Typed.of(ctx));
            ctx.json(Map.of("version", draft.version(), "saved", Standing.clock(draft.savedAt())));
        } catch (Problem refused) {
            ctx.status(status(refused)).json(Map.of("version", version(ctx), "error", refused.getMessage()));
        }
    }

    /** The problems of what is typed, as the list of the page; stores nothing. */
    public void check(Context ctx) {
        fragment(ctx, "problems.jte", Map.of("view", view(ctx, Typed.of(ctx), null, null)));
    }

    /** What the rule as typed would do: its cases, what they show, and with {@code run=all} the flags. */
    public void attempt(Context ctx) {
        Typed typed = Typed.of(ctx);
        Draft draft = own(ctx);
        boolean all = Forms.text(ctx, "run").equals("all");
        EditView view = view(ctx, typed, RuleTrial.of(asked(ctx, all), typed, candidate(ctx, typed, draft)), null);
        String csrf = Visitor.find(ctx).orElseThrow().csrf();
        fragment(ctx, "tried.jte", Map.of("view", view, "csrf", csrf));
    }

    private RuleFiles candidate(Context ctx, Typed typed, @Nullable Draft draft) {
        RuleFiles live = live().files();
        return typed.over(moved(ctx, draft == null ? live : draft.over(live)));
    }

    /** The files with the rule where it belongs. */
    private RuleFiles moved(Context ctx, RuleFiles files) {
        return files.with(move(ctx, files));
    }

    private Map<String, Optional<String>> move(Context ctx, RuleFiles files) {
        return OwnFile.find(files, live().ruleset(), Typed.key(ctx))
                .map(own -> own.move(files))
                .orElse(Map.of());
    }

    private RuleTrial.Asked asked(Context ctx, boolean dryRun) {
        return new RuleTrial.Asked(parts, Visitor.reach(ctx), dryRun);
    }

    /** Goes back to the text in use. */
    public void revert(Context ctx) {
        both(ctx, (version, path) -> drafts().revert(author(ctx), version, path));
        String key = Typed.key(ctx);
        boolean used = live().files().find(key + RuleFile.RULE).isPresent();
        Redirects.to(ctx, used ? Links.rule(key) : "/draft");
    }

    /** Keeps the draft's text although the file was changed elsewhere. */
    public void insist(Context ctx) {
        both(ctx, (version, path) -> drafts().insist(author(ctx), version, path));
        Redirects.to(ctx, Links.rule(Typed.key(ctx)) + "/edit");
    }

    private interface Step {
        Draft on(long version, String path);
    }

    private void both(Context ctx, Step step) {
        Set<String> paths =
                new LinkedHashSet<>(List.of(Typed.key(ctx) + RuleFile.RULE, Typed.key(ctx) + RuleFile.CASES));
        paths.addAll(move(ctx, live().files()).keySet());
        long version = Forms.number(ctx, "version");
        for (String path : paths) {
            version = step.on(version, path).version();
        }
    }

    private Typed fixed(Typed typed, String fix) {
        return typed.fixed(fix, book(typed))
                .orElseThrow(() -> new Problem(
                        Problem.Kind.INVALID,
                        "What this would mend is not there any more; look at the problems again."));
    }

    private Draft put(Context ctx, Typed typed) {
        String author = author(ctx);
        Draft before = own(ctx);
        RuleFiles live = live().files();
        Map<String, Optional<String>> files = new LinkedHashMap<>(move(ctx, before == null ? live : before.over(live)));
        files.put(typed.rulePath(), Optional.ofNullable(text(typed.rule())));
        files.put(typed.casesPath(), Optional.ofNullable(text(typed.cases())));
        return drafts().save(author, typed.version(), files);
    }

    /** The other rules in use: a rule that is moved to its own file is not one of them. */
    private List<RuleTree> book(Typed typed) {
        List<RuleTree> all = live().ruleset().trees();
        return live().files().find(typed.rulePath()).isPresent()
                ? all
                : all.stream()
                        .filter(tree -> !tree.info().key().equals(typed.key()))
                        .toList();
    }

    private static @Nullable String text(String typed) {
        return typed.isBlank() ? null : typed;
    }

    private static int status(Problem refused) {
        return refused.kind() == Problem.Kind.CONFLICT ? 409 : 422;
    }

    private void show(Context ctx, Typed typed, boolean attempt, @Nullable String error) {
        RuleTrial tried = attempt ? RuleTrial.of(asked(ctx, true), typed, candidate(ctx, typed, own(ctx))) : null;
        EditView view = view(ctx, typed, tried, error);
        String title = (error == null ? "" : "Error: ") + "Edit " + typed.key();
        pages.show(ctx, new Page(title, Place.RULES, "milepost/web/author/draft/edit.jte", view));
    }

    private static void fragment(Context ctx, String template, Map<String, Object> printed) {
        ctx.header("Cache-Control", "no-store");
        ctx.render("milepost/web/author/draft/" + template, printed);
    }

    private EditView view(Context ctx, Typed typed, @Nullable RuleTrial tried, @Nullable String error) {
        List<RuleProblem> problems = new ArrayList<>(typed.problems(book(typed)));
        if (tried != null) {
            tried.advice().stream().filter(p -> !problems.contains(p)).forEach(problems::add);
        }
        return new EditView(
                typed,
                Standing.of(typed, own(ctx), live()),
                problems,
                tried,
                parts.workbench().publishing().twoPersons(),
                error,
                OwnFile.find(live().files(), live().ruleset(), typed.key())
                        .map(OwnFile::path)
                        .orElse(null),
                Nonce.ofStyles(ctx));
    }

    private @Nullable Draft own(Context ctx) {
        return drafts().findDraft(author(ctx)).orElse(null);
    }

    private long version(Context ctx) {
        Draft now = own(ctx);
        return now == null ? 0 : now.version();
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
