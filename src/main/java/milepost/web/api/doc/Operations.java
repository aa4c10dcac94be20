package milepost.web.api.doc;

import static milepost.web.api.doc.Operation.add;
import static milepost.web.api.doc.Operation.change;
import static milepost.web.api.doc.Operation.get;
import static milepost.web.api.doc.Operation.page;
import static milepost.web.api.doc.Operation.post;
import static milepost.web.api.doc.Operation.remove;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Everything a program can ask for. */
final class Operations {
    private static final String ROADMAP = "/roadmaps/{roadmap}";

    private Operations() {}

    static List<Operation> all() {
        List<Operation> all = new ArrayList<>();
        all.add(page("/roadmaps", "Roadmaps with how they stand", "RoadmapSummary", "asOf", "knownAt"));
        all.add(add("/roadmaps", "Add a roadmap", "Roadmap"));
        all.add(get(
                ROADMAP + ".ics",
                "Due dates and flags to come of a roadmap, for calendar programs",
                "text/calendar",
                "asOfRecord",
                "knownAt"));
        all.add(get(ROADMAP, "A roadmap with how it stands", "RoadmapSeen", "asOf", "knownAt"));
        all.add(change(ROADMAP, "Change a roadmap", "Roadmap"));
        all.add(page(
                ROADMAP + "/evaluations",
                "The evaluations of a roadmap that were more than a repetition, newest first",
                "Evaluation",
                "asOfRecord",
                "knownAt"));
        all.add(get(
                ROADMAP + "/forecast",
                "What will happen to the flags of a roadmap if nothing is recorded any more",
                "Forecast",
                "until",
                "asOf",
                "knownAt"));
        all.add(get(
                ROADMAP + "/health",
                "How a roadmap and its milestones stand, and why",
                "RoadmapHealth",
                "asOfRecord",
                "knownAt"));
        new TreeMap<>(Schemas.FACTS).forEach((name, shape) -> facts(all, ROADMAP + "/" + name, shape));
        updates(all);
        past(all);
        members(all);
        all.add(new Operation(
                "post",
                ROADMAP + "/import",
                "Take a file in: a table as CSV or workbook, or a history as JSON",
                "officer",
                List.of("dryRun", "importAsOf", "profile", "strict", "title", "home", "importReason"),
                Operation.FILE,
                200,
                "ImportResult"));
        all.add(get(
                        "/imports/{import}",
                        "How far an import has come that was begun with Prefer: respond-async",
                        "Import")
                .by("officer"));
        all.add(new Operation(
                "post",
                "/imports/{import}/stop",
                "Stop an import that goes on; nothing of it is stored",
                "officer",
                List.of(),
                null,
                200,
                "Import"));
        all.add(get(
                ROADMAP + "/export",
                "A roadmap as a file",
                "text/csv application/vnd.openxmlformats-officedocument.spreadsheetml.sheet application/json text/calendar",
                "format",
                "asOfRecord",
                "knownAt"));
        all.add(page(
                "/flags",
                "Flags in the order of their ids",
                "Flag",
                "asOfRecord",
                "knownAt",
                "roadmap",
                "state",
                "triage",
                "severity",
                "rule",
                "subject",
                "q",
                "assignee",
                "newSince",
                "shadow"));
        all.add(get("/flags/{id}", "A flag with its explanation", "FlagExplained", "asOfRecord", "knownAt"));
        all.add(new Operation(
                "post",
                "/flags/{id}/triage",
                "Do something to a flag",
                "manager",
                List.of("seen"),
                "TriageInput",
                200,
                "FlagExplained"));
        all.add(post("/flags/triage", "Do the same to several flags", "manager", "BulkInput", "BulkDone"));
        news(all);
        all.add(page("/rules", "The rules in use, or those published then", "RuleInUse", "asOfRules", "knownAt"));
        all.add(get(
                "/rules/{key}", "A rule in use, or as it was then, by its whole key", "Rule", "asOfRules", "knownAt"));
        all.add(get("/rules/{folder}/{name}", "A rule in use, or as it was then", "Rule", "asOfRules", "knownAt"));
        all.add(post("/rulesets/check", "Check rule files", "author", "RuleFilesInput", "RuleCheck"));
        all.add(post("/rulesets/test", "Run the cases sent with rule files", "author", "RuleFilesInput", "CaseRun"));
        all.add(new Operation(
                "post",
                "/rulesets/dry-run",
                "What rule files would change",
                "author",
                List.of("roadmap"),
                "RuleFilesInput",
                200,
                "DryRun"));
        all.add(page(
                "/rulesets",
                "Published versions of the rules, newest first",
                "RulesetVersion",
                "asOfRules",
                "knownAt"));
        all.add(made("/rulesets", "Publish rule files as the next version", "RulesetInput"));
        all.add(new Operation(
                "post",
                "/rulesets/{version}/looked-at",
                "Count what a publication raised like all other flags",
                "manager",
                List.of(),
                null,
                200,
                "LookedAt"));
        all.add(made("/rulesets/{version}/restore", "Bring an earlier version back as the next", "RestoreInput"));
        return all;
    }

    private static void news(List<Operation> all) {
        all.add(page("/subscriptions", "What you are told of flags, in the order it was asked for", "Subscription"));
        all.add(new Operation(
                "post",
                "/subscriptions",
                "Ask to be told of flags; the only answer with the key of a webhook",
                "viewer",
                List.of(),
                "SubscriptionInput",
                201,
                "SubscriptionMade"));
        all.add(new Operation(
                "post",
                "/subscriptions/{subscription}/{act}",
                "Pause, resume, test or end a subscription, or ask the owner of its mail address again",
                "viewer",
                List.of(),
                null,
                200,
                "Subscription"));
        all.add(get(
                "/events",
                "What changes, as it happens, as server-sent events; or as JSON, once, what changed after a number",
                "application/json text/event-stream",
                "since"));
        all.add(page("/deliveries", "What became of messages, newest first", "Delivery", "deliveryState")
                .by("admin"));
        all.add(new Operation(
                "post",
                "/deliveries/{delivery}/resend",
                "Send a message that was given up again",
                "admin",
                List.of(),
                null,
                200,
                "Delivery"));
    }

    private static void updates(List<Operation> all) {
        String updates = ROADMAP + "/updates";
        all.add(page(updates, "Every progress update of a roadmap, by key", "UpdateSeen", "asOf", "knownAt"));
        all.add(add(updates, "Add a progress update; the milestone itself stays as it is", "Update"));
        all.add(get(updates + "/{key}", "One progress update", "UpdateSeen", "asOf", "knownAt"));
        all.add(page(
                updates + "/{key}/history",
                "The changes of one progress update, newest first",
                "HistoryEntry",
                "asOfRecord",
                "knownAt"));
    }

    private static void past(List<Operation> all) {
        all.add(page(
                ROADMAP + "/history",
                "The changes of a roadmap, newest first",
                "RoadmapChange",
                "by",
                "factKind",
                "milestone",
                "fromDay",
                "toDay",
                "asOfRecord",
                "knownAt"));
        all.add(get(
                ROADMAP + "/changes/{change}", "One change of a roadmap", "RoadmapChange", "asOfRecord", "knownAt"));
        all.add(record(
                ROADMAP + "/changes/{change}/undo",
                "Take a change back by a new one",
                "officer",
                "UndoInput",
                "Undone"));
        all.add(get(
                ROADMAP + "/compare",
                "What is different between two moments",
                "Comparison",
                "from",
                "to",
                "asOfRecord",
                "knownAt"));
        all.add(page(
                ROADMAP + "/slips",
                "What each milestone has promised through time, by key",
                "Promise",
                "asOfRecord",
                "knownAt"));
        all.add(page(
                ROADMAP + "/baselines", "The baselines of a roadmap, by key", "Baseline", "asOfRecord", "knownAt"));
        all.add(record(ROADMAP + "/baselines", "Give a moment a name", "manager", "BaselineInput", "Baseline"));
        all.add(post(
                ROADMAP + "/baselines/{baseline}/remove",
                "Take a baseline out of the list",
                "manager",
                "WithdrawalInput",
                "Withdrawn"));
        all.add(post(
                ROADMAP + "/milestones/{key}/baseline",
                "Put another date in place of a milestone's first promise",
                "manager",
                "RebaseliningInput",
                "Rebaselined"));
        all.add(page(
                ROADMAP + "/periods",
                "The frozen reporting periods of a roadmap, by name",
                "ReportingPeriod",
                "asOfRecord",
                "knownAt"));
        all.add(record(
                ROADMAP + "/periods",
                "Freeze a reporting period for good",
                "manager",
                "ReportingPeriodInput",
                "ReportingPeriod"));
        String comments = ROADMAP + "/milestones/{key}/comments";
        all.add(page(comments, "The comments on a milestone, oldest first", "Comment", "asOfRecord", "knownAt"));
        all.add(record(comments, "Add a comment", "officer", "CommentInput", "Comment"));
    }

    private static void members(List<Operation> all) {
        String members = ROADMAP + "/members";
        all.add(get(members, "Who has a role of their own on a roadmap, and who sees it", "Members")
                .by("manager"));
        all.add(post(members, "Give somebody a role of their own on a roadmap", "manager", "MemberInput", "Members"));
        all.add(post(
                members + "/{person}/remove",
                "Take somebody's own role on a roadmap away",
                "manager",
                "FormerMemberInput",
                "Members"));
        all.add(post(ROADMAP + "/visibility", "Decide who sees a roadmap", "manager", "VisibilityInput", "Members"));
    }

    private static Operation record(String path, String summary, String role, String body, String answer) {
        return new Operation("post", path, summary, role, List.of(), body, 201, answer);
    }

    private static Operation made(String path, String summary, String body) {
        return new Operation("post", path, summary, "author", List.of(), body, 201, "RulesetVersion");
    }

    private static void facts(List<Operation> all, String path, String shape) {
        String what = shape.toLowerCase(java.util.Locale.ROOT);
        String one = path + "/{key}";
        all.add(page(path, "Every " + what + " of a roadmap, by key", shape + "Seen", "asOf", "knownAt"));
        String writer = shape.equals("Rating") ? "manager" : "officer";
        all.add(add(path, "Add one " + what, shape).by(writer));
        all.add(get(one, "One " + what, shape + "Seen", "asOf", "knownAt"));
        all.add(change(one, "Change one " + what, shape).by(writer));
        all.add(remove(one, "Remove one " + what).by(writer));
        all.add(page(
                one + "/history",
                "The changes of one " + what + ", newest first",
                "HistoryEntry",
                "asOfRecord",
                "knownAt"));
    }
}
