package milepost.web.author.draft;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import milepost.facts.Problem;
import milepost.facts.Snapshot;
import milepost.rules.book.Draft;
import milepost.rules.book.RuleFiles;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleInfo;
import milepost.rules.language.RuleProblem;
import milepost.rules.worker.DraftReport;
import milepost.rules.worker.Request;
import milepost.rules.writing.CaseMaker;
import milepost.rules.writing.CaseText;
import milepost.web.layout.Links;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.layout.Visitor;
import org.jspecify.annotations.Nullable;

/** Makes a case of what is recorded now about a milestone, an indicator or a roadmap, and adds it to the author's draft. */
public final class CasePages {
    private final Parts parts;
    private final Pages pages;

    public CasePages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    /** The case made of what was chosen, to be looked at and changed before it is added. */
    public void make(Context ctx) {
        show(ctx, Chosen.of(asked(ctx, "rule"), asked(ctx, "roadmap"), asked(ctx, "subject")), null, null);
    }

    /** Adds the case as its author wants it. */
    public void add(Context ctx) {
        Chosen chosen = Chosen.of(Forms.text(ctx, "rule"), Forms.text(ctx, "roadmap"), Forms.text(ctx, "subject"));
        String text = Forms.text(ctx, "text");
        Draft draft = own(ctx);
        Map<String, Optional<String>> texts = new LinkedHashMap<>(move(files(draft), chosen.rule()));
        RuleFiles files = files(draft).with(texts);
        String path = chosen.rule() + RuleFile.CASES;
        String whole = CaseText.with(files.find(path).orElse(""), chosen.rule(), text);
        Optional<RuleProblem> wrong = wrong(path, whole, files);
        if (wrong.isPresent()) {
            ctx.status(422);
            show(ctx, chosen, text, wrong.get().message());
            return;
        }
        texts.put(path, Optional.of(whole));
        parts.workbench().drafts().save(author(ctx), draft == null ? 0 : draft.version(), texts);
        Redirects.to(ctx, Links.rule(chosen.rule()) + "/edit?tried=yes");
    }

    private record Chosen(String rule, String roadmap, String subject) {
        static Chosen of(String rule, String roadmap, String subject) {
            return new Chosen(rule.strip(), roadmap.strip(), subject.strip());
        }
    }

    private Optional<RuleProblem> wrong(String path, String text, RuleFiles files) {
        DraftReport report = parts.workbench().publishing().trial().test(files.with(path, text));
        if (report.version() == null) {
            throw RuleFiles.refusal(report.problems());
        }
        return report.problems().stream().filter(p -> p.path().equals(path)).findFirst();
    }

    private void show(Context ctx, Chosen chosen, @Nullable String typed, @Nullable String error) {
        List<String> roadmaps = parts.roadmaps().keys(Visitor.reach(ctx));
        String roadmap = roadmaps.contains(chosen.roadmap()) || roadmaps.isEmpty() ? chosen.roadmap() : roadmaps.get(0);
        RuleFiles files = files(own(ctx));
        List<String> rules = keys(files);
        Snapshot live = roadmaps.contains(roadmap) ? parts.roadmaps().snapshot(roadmap) : null;
        List<CaseView.Subject> subjects = live == null ? List.of() : subjects(live);
        boolean whole = rules.contains(chosen.rule())
                && subjects.stream().anyMatch(s -> s.key().equals(chosen.subject()));
        CaseMaker.Made made = whole && live != null ? made(chosen, files.with(move(files, chosen.rule())), live) : null;
        String text = typed != null ? typed : made == null ? "" : made.item();
        CaseView view =
                new CaseView(roadmap, chosen.subject(), chosen.rule(), roadmaps, subjects, rules, made, text, error);
        String title = (error == null ? "" : "Error: ") + "A case from live facts";
        pages.show(ctx, new Page(title, Place.RULES, "milepost/web/author/draft/case.jte", view));
    }

    /** Rules in use by their keys, whatever files they stand in, and those of the draft by their files. */
    private List<String> keys(RuleFiles files) {
        SortedSet<String> keys = new TreeSet<>();
        Set<String> told = new HashSet<>();
        for (RuleInfo rule : parts.ruleset().get().rules()) {
            if (files.find(rule.path()).isPresent()) {
                keys.add(rule.key());
                told.add(rule.path());
            }
        }
        files.rules().stream()
                .map(RuleFile::path)
                .filter(p -> !told.contains(p))
                .forEach(p -> keys.add(RuleFile.stem(p)));
        return List.copyOf(keys);
    }

    private Map<String, Optional<String>> move(RuleFiles files, String key) {
        return OwnFile.find(files, parts.ruleset().get(), key)
                .map(own -> own.move(files))
                .orElse(Map.of());
    }

    private CaseMaker.Made made(Chosen chosen, RuleFiles files, Snapshot live) {
        String path = chosen.rule() + RuleFile.RULE;
        LocalDate day = parts.today(live.roadmap().zone());
        String cases = files.find(chosen.rule() + RuleFile.CASES).orElse("");
        String name = CaseText.freeName(cases, chosen.subject() + " on " + day);
        Request.Focus focus = new Request.Focus(path, chosen.rule(), chosen.subject(), name);
        CaseMaker.Made made = parts.workbench()
                .publishing()
                .trial()
                .make(files, focus, live.roadmap().key());
        if (made == null) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "The rule " + chosen.rule()
                            + " in your draft has errors, or another whose findings it reads; put them right before you"
                            + " make a case.");
        }
        return made;
    }

    private static List<CaseView.Subject> subjects(Snapshot live) {
        List<CaseView.Subject> all = new ArrayList<>();
        all.add(new CaseView.Subject(live.roadmap().key(), live.roadmap().title()));
        live.milestones().forEach(m -> all.add(new CaseView.Subject(m.key(), m.title())));
        live.indicators().forEach(i -> all.add(new CaseView.Subject(i.key(), i.title())));
        return all;
    }

    private RuleFiles files(@Nullable Draft draft) {
        RuleFiles live = parts.workbench().book().current().files();
        return draft == null ? live : draft.over(live);
    }

    private @Nullable Draft own(Context ctx) {
        return parts.workbench().drafts().findDraft(author(ctx)).orElse(null);
    }

    private static String asked(Context ctx, String name) {
        String value = ctx.queryParam(name);
        return value == null ? "" : value;
    }

    private static String author(Context ctx) {
        return Visitor.person(ctx).name();
    }
}
