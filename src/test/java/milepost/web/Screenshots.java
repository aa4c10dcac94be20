package milepost.web;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import milepost.access.Role;
import milepost.flags.store.FlagQuery;

/** Takes a picture of every page on every screen into {@code target/shots}, to be looked at, and prints what is wrong. Arguments limit it to pages. */
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
                    Looks.complaints(page, path)
                            .forEach(wrong -> System.out.println(name + " " + screen + ": " + wrong));
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
        pages.put("inbox", "/inbox");
        pages.put("portfolio-brief", "/brief");
        pages.put("periods", "/roadmaps/REE/periods");
        pages.put("members", "/roadmaps/REE/members");
        pages.put("notifications", "/account/notifications");
        pages.put("account", "/account");
        pages.put("deliveries", "/admin/deliveries");
        pages.put("people", "/admin/people");
        pages.put("person", "/admin/people/officer");
        pages.put("trail", "/admin/trail");
        pages.put("import", "/roadmaps/REE/import");
        pages.put("import-new", "/import");
        pages.put("roadmap-new", "/roadmaps/new");
        pages.put("roadmap-past", "/roadmaps/REE?asOf=2025-09-30");
        pages.put("roadmap-ahead", "/roadmaps/REE?asOf=2027-01-02");
        pages.put("milestone-past", "/roadmaps/REE/milestones/REE-1?asOf=2025-09-30");
        pages.put("flags-past", "/flags?asOf=2025-12-01");
        pages.put("try", "/flags/" + flag + "/try/1");
        pages.put("rule-cases", "/rules/schedule/deadline-missed?tab=cases");
        pages.put("rule-versions", "/rules/schedule/deadline-missed?tab=versions");
        pages.put("rule-source", "/rules/schedule/deadline-missed?tab=source");
        pages.put("error", "/flags/999999");
        return pages;
    }
}
