package milepost.web;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import milepost.access.Role;
import milepost.flags.FlagQuery;

/** Takes a picture of every page on every screen into {@code target/shots}, to be looked at. Arguments limit it to pages. */
public final class Screenshots {
    private Screenshots() {}

    public static void main(String[] names) {
        try (Site site = Site.open("2026-11-23T09:00:00Z")) {
            Map<String, String> pages = pages(site);
            pages.keySet()
                    .removeIf(name ->
                            names.length > 0 && !java.util.List.of(names).contains(name));
            for (Screen screen : Screen.values()) {
                Page page = site.signedIn(Role.ADMIN, screen);
                pages.forEach((name, path) -> {
                    page.navigate(path);
                    Looks.settle(page);
                    String file = name + "-" + screen.name().toLowerCase(Locale.ROOT) + ".png";
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of("target/shots", file))
                            .setFullPage(true));
                });
                page.context().close();
            }
        }
    }

    private static Map<String, String> pages(Site site) {
        long flag = site.flags().list(FlagQuery.active()).get(0).id();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("portfolio", "/");
        pages.put("flags", "/flags");
        pages.put("flags-why", "/flags?why=" + flag);
        pages.put("flags-none", "/flags?q=nothing");
        pages.put("flag", "/flags/" + flag);
        pages.put("forecast", "/forecast");
        pages.put("rules", "/rules");
        pages.put("rule", "/rules/schedule/deadline-missed");
        pages.put("search", "/search?q=bridge");
        pages.put("roadmap", "/roadmaps/REE");
        pages.put("roadmap-cell", "/roadmaps/REE/milestones/REE-7/cell/owner");
        pages.put("roadmap-edit", "/roadmaps/REE/edit");
        pages.put("indicator-new", "/roadmaps/REE/indicators/new");
        pages.put("milestone", "/roadmaps/REE/milestones/REE-2");
        pages.put("milestone-new", "/roadmaps/REE/milestones/new");
        pages.put("milestone-remove", "/roadmaps/REE/milestones/REE-7/remove");
        pages.put("history", "/roadmaps/REE/history");
        pages.put("change", "/roadmaps/REE/changes/5");
        pages.put("undo", "/roadmaps/REE/changes/4/undo");
        pages.put("compare", "/roadmaps/REE/compare?from=2025-09-30");
        pages.put("brief", "/roadmaps/REE/brief");
        pages.put("slips", "/roadmaps/REE/slips");
        pages.put("baselines", "/roadmaps/REE/baselines");
        pages.put("baseline", "/roadmaps/REE/milestones/REE-1/baseline");
        pages.put("calendar", "/roadmaps/REE/calendar");
        pages.put("rule-edit", "/rules/schedule/deadline-missed/edit");
        pages.put("rule-case", "/rules/case?rule=plan/no-owner&roadmap=REE&subject=REE-4");
        pages.put("guide", "/rules/guide");
        pages.put("advice", "/guide/checks/never-matches");
        pages.put("api", "/docs/api");
        pages.put("api-operation", "/docs/api/patchRoadmapsRoadmapMilestonesKey");
        pages.put("rule-new", "/rules/new");
        pages.put("draft", "/draft");
        pages.put("rulesets", "/rulesets");
        pages.put("shadow", "/shadow");
        pages.put("server", "/admin");
        pages.put("ruleset", "/rulesets/1");
        pages.put("sign-in", "/sign-in");
        pages.put("confidence", "/roadmaps/REE/confidence");
        pages.put("password", "/password");
        pages.put("error", "/flags/999999");
        return pages;
    }
}
