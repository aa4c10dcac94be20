package milepost.web;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import milepost.access.Role;
import milepost.access.member.Memberships;
import milepost.facts.Severity;
import milepost.flags.FlagRef;
import milepost.flags.decision.Act;
import milepost.flags.decision.Decider;
import milepost.flags.decision.Decision;
import milepost.flags.decision.Triage;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.web.api.Client;

/** What stands on the site before and during the walk, and the people beside the one who walks. */
final class EveryStage {
    static final LocalDate TODAY = LocalDate.parse("2025-12-03");
    private static final Decider MARA = new Decider("mara", Severity.CRITICAL);

    private final Site site;
    private final Map<Role, Client> clients = new EnumMap<>(Role.class);

    EveryStage(Site site) {
        this.site = site;
    }

    Site site() {
        return site;
    }

    /** What people did before the walk. */
    void fill() {
        site.roadmaps().sweep();
        site.clock().set("2025-12-03T09:00:00Z");
        site.roadmaps().sweep();
        Client manager = client(Role.MANAGER);
        for (String key : List.of("REE-2", "REE-7")) {
            String path = "/roadmaps/REE/milestones/" + key;
            manager.patch(
                    path,
                    "{\"owner\": \"officer\"}",
                    "If-Match",
                    manager.get(path).header("ETag"));
        }
        manager.post(
                "/roadmaps/REE/updates",
                "{\"milestone\": \"REE-2\", \"key\": \"u-1\", \"date\": \"2025-12-02\", \"progress\": 40, \"text\": \"Four of seven piers stand\"}");
        manager.post("/roadmaps/REE/milestones/REE-2/comments", "{\"text\": \"Seen on the site\"}");
        manager.post(
                "/roadmaps/REE/ratings",
                "{\"key\": \"r-1\", \"level\": \"RED\", \"date\": \"2025-12-01\", \"milestone\": \"REE-7\", \"commentary\": \"No plant will be ready\", \"plan\": \"Buy capacity\", \"responsible\": \"K. Osei\", \"reviewOn\": \"2025-12-20\"}");
        manager.post(
                "/roadmaps/REE/ratings",
                "{\"key\": \"r-2\", \"level\": \"AMBER\", \"date\": \"2025-12-01\", \"commentary\": \"The order is late\"}");
        manager.post(
                "/roadmaps/REE/periods",
                "{\"name\": \"November 2025\", \"from\": \"2025-11-01\", \"to\": \"2025-11-30\"}");
        manager.post(
                "/roadmaps/REE/baselines",
                "{\"name\": \"Before the directive\", \"at\": \"2025-10-31\", \"reason\": \"For the ministry\", \"approver\": \"K. Osei\"}");
        List<Flag> flags = site.flags().list(FlagQuery.counted().ofRule("plan/no-due-date"));
        decide(flags.get(0), new Decision(Triage.ACCEPTED, "Agreed with the ministry", TODAY.plusDays(30)));
        decide(flags.get(1), new Decision(Triage.FALSE_POSITIVE, "It has no date by its nature", null));
        decide(flags.get(2), new Decision(Triage.ACKNOWLEDGED, null, null));
        act(flags.get(2), new Act.Comment("A long comment <b>with markup</b> ".repeat(200)));
        act(flags.get(2), new Act.Assign("officer", key -> true));
        act(worst(), new Act.Rate(Severity.HIGH, "The order is being printed"));
        act(worst(), new Act.Assign("manager", key -> true));
        for (Role role : Role.values()) {
            site.flags().views().save(Site.name(role), "High by rule", "/flags?severity=HIGH&group=rule", false);
            client(role)
                    .post(
                            "/subscriptions",
                            "{\"channel\": \"WEBHOOK\", \"target\": \"https://hooks.example.org/x\", \"roadmap\": \"REE\", \"occasions\": [\"RAISED\"]}");
        }
        site.parts().desk().links().create(site.people().active("name", "officer"), "REE", "REE-2");
        site.givenUp();
        Foreign.roadmap(site);
        var admin = site.people().active("by", Site.name(Role.ADMIN));
        site.parts()
                .members()
                .set(new Memberships.Place(admin, "ZANZ"), site.people().active("p", "viewer"), Role.OFFICER, null);
        client(Role.ADMIN).get("/roadmaps");
    }

    Client client(Role role) {
        return clients.computeIfAbsent(role, r -> Client.of(site, r));
    }

    Flag worst() {
        return site.flags().list(FlagQuery.active().ofRule("schedule/deadline-missed")).stream()
                .filter(flag -> flag.roadmap().equals("REE"))
                .findFirst()
                .orElseThrow();
    }

    void decide(Flag flag, Decision decision) {
        act(flag, new Act.Decide(decision));
    }

    void act(Flag flag, Act act) {
        site.flags().triaging().act(MARA, new FlagRef(flag.id(), null), act, TODAY);
    }

    /** Somebody else saves the bridge. */
    void other() {
        Client client = client(Role.ADMIN);
        String path = "/roadmaps/REE/milestones/REE-2";
        client.patch(
                path,
                "{\"owner\": \"Officer " + System.nanoTime() + "\", \"progress\": " + System.nanoTime() % 90 + "}",
                "If-Match",
                client.get(path).header("ETag"));
    }
}
