package milepost.web.search;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import milepost.facts.Milestone;
import milepost.facts.Reach;
import milepost.facts.Snapshot;
import milepost.flags.store.FlagQuery;
import milepost.rules.language.RuleInfo;
import milepost.web.layout.Links;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.layout.Subjects;
import milepost.web.layout.Visitor;
import org.jspecify.annotations.Nullable;

/** The search page. */
public final class SearchPages {
    /** How many of each kind are shown. */
    static final int SHOWN = 20;

    private final Parts parts;
    private final Pages pages;

    public SearchPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    public void search(Context ctx) {
        String asked = ctx.queryParam("q");
        String text = asked == null ? "" : asked.strip();
        List<Snapshot> roadmaps = text.isEmpty() ? List.of() : roadmaps(Visitor.reach(ctx));
        Optional<String> exact = findExact(text, roadmaps);
        if (exact.isPresent()) {
            Redirects.to(ctx, exact.get());
            return;
        }
        SearchView view = text.isEmpty()
                ? new SearchView(text, List.of(), List.of(), List.of())
                : new SearchView(text, milestones(text, roadmaps), flags(text, Visitor.reach(ctx)), rules(text));
        pages.show(ctx, new Page("Search", Place.ELSEWHERE, "milepost/web/search/search.jte", view));
    }

    private List<Snapshot> roadmaps(Reach reach) {
        return parts.roadmaps().list(reach).stream()
                .map(r -> parts.roadmaps().snapshot(r.roadmap().key()))
                .toList();
    }

    /** The page of the roadmap, milestone, flag or rule whose key this is, if exactly one has it. */
    private Optional<String> findExact(String text, List<Snapshot> roadmaps) {
        List<String> found = new ArrayList<>();
        for (Snapshot snapshot : roadmaps) {
            String key = snapshot.roadmap().key();
            if (key.equalsIgnoreCase(text)) {
                found.add(Links.roadmap(key));
            }
            snapshot.milestones().stream()
                    .filter(m -> m.key().equalsIgnoreCase(text))
                    .forEach(m -> found.add(Links.milestone(key, m.key())));
        }
        parts.ruleset().get().findRule(text.toLowerCase(Locale.ROOT)).ifPresent(r -> found.add(Links.rule(r.key())));
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static List<SearchView.Hit> milestones(String text, List<Snapshot> roadmaps) {
        List<SearchView.Hit> hits = new ArrayList<>();
        for (Snapshot snapshot : roadmaps) {
            String roadmap = snapshot.roadmap().key();
            for (Milestone m : snapshot.milestones()) {
                if (contains(text, m.key(), m.title(), m.description(), m.owner(), m.stream())) {
                    String href = Links.milestone(roadmap, m.key());
                    hits.add(new SearchView.Hit(
                            href, m.key() + " " + m.title(), snapshot.roadmap().title(), null));
                }
            }
        }
        return hits.stream().limit(SHOWN).toList();
    }

    private List<SearchView.Hit> flags(String text, Reach reach) {
        Subjects subjects = new Subjects(parts);
        return parts
                .flags()
                .list(FlagQuery.counted().seenBy(reach).matching(text).atMost(SHOWN))
                .stream()
                .map(f -> new SearchView.Hit(Links.flag(f.id()), f.message(), subjects.name(f), f.severity()))
                .toList();
    }

    private List<SearchView.Hit> rules(String text) {
        return parts.ruleset().get().rules().stream()
                .filter(r -> contains(text, r.key(), r.title(), r.why(), r.remedy()))
                .limit(SHOWN)
                .map(SearchPages::hit)
                .toList();
    }

    private static SearchView.Hit hit(RuleInfo rule) {
        return new SearchView.Hit(Links.rule(rule.key()), rule.title(), rule.key(), rule.severity());
    }

    private static boolean contains(String text, @Nullable String... fields) {
        for (@Nullable String field : fields) {
            if (field != null && field.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
