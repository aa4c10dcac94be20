package milepost.web.api.doc;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import milepost.web.api.http.ETags;
import milepost.web.api.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI 3.1 document of the interface for programs. */
public final class OpenApi {
    private static final Pattern IN_PATH = Pattern.compile("[{](\\w+)[}]");
    private static final String TEXT = """
            Facts are kept with every version: an edit must say by If-Match which version it was made on, and answers what it \
            does to flags. `Prefer: dry-run` answers the same and stores nothing.

            `knownAt` reads a roadmap as it was recorded at an instant, judged by the rules that were in force then: rules \
            published later judge nothing of the past. `asOf` is the day that is looked at: observations and events after it \
            are left out, and the rules are evaluated for it (default: the day of `knownAt`, else today). For what is only \
            recorded (flags, history, evaluations, files) `asOf` is the end of that day in the zone of the roadmap, for rules in UTC. \
            A forecast of `knownAt` is what could have been said then. A list of a time before the first change is empty and \
            says so in `note`.

            Unknown fields and parameters are refused. Lists are paged: send `next` as `cursor`.

            A POST may carry an `Idempotency-Key`, such as a UUID: when it is sent again by the same person within 24 hours it \
            is not carried out again but answered the same, with `Idempotency-Replayed: true`. The answer is stored together \
            with the change, so that this holds when the server is killed in between. The key with another request is refused \
            with 422, and with 409 while the first is carried out. A refused request changed nothing and is not kept.""";
    private static final String REPLAYED = "#/components/headers/IdempotencyReplayed";

    private static final JsonNode EXAMPLES = Resources.table("examples");

    private final ObjectNode document = document();

    /** The document itself, to be read only. */
    ObjectNode json() {
        return document;
    }

    public void show(Context ctx) {
        ETags.answer(ctx, null, document);
    }

    private static ObjectNode document() {
        ObjectNode document = Json.object().put("openapi", "3.1.0");
        document.putObject("info").put("title", "Milepost").put("version", "1").put("description", TEXT);
        document.putArray("servers").addObject().put("url", "/api/v1");
        document.putArray("security").addObject().putArray("token");
        ObjectNode paths = document.putObject("paths");
        for (Operation operation : Operations.all()) {
            ObjectNode path =
                    paths.get(operation.path()) instanceof ObjectNode known ? known : paths.putObject(operation.path());
            path.set(operation.method(), described(operation));
        }
        ObjectNode components = document.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer");
        components.putObject("headers").set("IdempotencyReplayed", replayed());
        components.set("schemas", schemas());
        components.set("parameters", Parameter.components());
        return document;
    }

    private static ObjectNode replayed() {
        ObjectNode header = Json.object()
                .put("description", "true when this was carried out before and the answer of then is given again.");
        header.putObject("schema").put("type", "boolean");
        return header;
    }

    private static ObjectNode described(Operation operation) {
        ObjectNode json = Json.object().put("summary", operation.summary()).put("operationId", id(operation));
        json.putArray("tags").add(operation.tag());
        json.put("x-role", operation.role());
        ArrayNode parameters = json.putArray("parameters");
        Matcher inPath = IN_PATH.matcher(operation.path());
        while (inPath.find()) {
            parameters.add(Parameter.ref(Parameter.inPath(operation.path(), inPath.start(), inPath.group(1))));
        }
        operation.parameters().forEach(name -> parameters.add(Parameter.ref(name)));
        if (operation.tries()) {
            parameters.add(Parameter.ref("prefer"));
        }
        if (operation.conditional()) {
            parameters.add(Parameter.ref("ifMatch"));
        }
        if (operation.method().equals("post")) {
            parameters.add(Parameter.ref("idempotencyKey"));
        }
        String body = operation.body();
        if (body != null) {
            String type = operation.method().equals("patch") ? "application/merge-patch+json" : "application/json";
            ObjectNode request = json.putObject("requestBody").put("required", !body.equals("RestoreInput"));
            if (body.contains("/")) {
                texts(request, body);
            } else {
                content(request, type, body);
            }
            example(request, operation);
        }
        responses(json.putObject("responses"), operation);
        return json;
    }

    private static void responses(ObjectNode responses, Operation operation) {
        ObjectNode fine =
                responses.putObject(String.valueOf(operation.status())).put("description", "Done.");
        if (operation.answer().contains("/")) {
            texts(fine, operation.answer());
        } else {
            content(fine, "application/json", operation.answer());
        }
        if (operation.method().equals("post")) {
            fine.putObject("headers").set("Idempotency-Replayed", Json.object().put("$ref", REPLAYED));
        }
        if (operation.answer().equals("ImportResult")) {
            later(responses);
        }
        Map<String, String> refusals = new TreeMap<>(Map.of(
                "400", "A parameter or the body cannot be read.",
                "401", "No token, or one that is not known or has ended.",
                "403", "The token's role does not cover this."));
        if (operation.path().contains("{") || operation.path().endsWith("/dry-run")) {
            refusals.put("404", "There is nothing at this address.");
        }
        if (operation.parameters().contains("knownAt")) {
            refusals.put("422", "A time that cannot be asked for; it is named.");
        }
        if (operation.body() != null) {
            refusals.put("413", "The body is too large.");
            refusals.put("415", "The body is not JSON.");
            refusals.put("422", "Fields need another value; each is named.");
        }
        if (operation.method().equals("post")) {
            refusals.put(
                    "409",
                    "It is there already, nothing is left to decide, or a request with the same Idempotency-Key is being "
                            + "carried out.");
            refusals.put(
                    "422",
                    "Fields need another value, each is named; or the Idempotency-Key came with another request.");
        }
        if (operation.path().startsWith("/rulesets") && operation.body() != null) {
            refusals.put("429", "Rules of the same author are being tried; Retry-After says when to send again.");
            refusals.put("503", "Too many rules are being tried; Retry-After says when to send again.");
        }
        if (operation.conditional() || operation.parameters().contains("seen")) {
            refusals.put("400", "The body cannot be read, or If-Match is no ETag in double quotes.");
            refusals.put("412", "It was changed meanwhile.");
        }
        if (operation.conditional()) {
            refusals.put("428", "If-Match is missing.");
        }
        refusals.forEach((status, text) ->
                content(responses.putObject(status).put("description", text), "application/problem+json", "Problem"));
        if (operation.method().equals("get")) {
            responses.putObject("304").put("description", "If-None-Match names what is here.");
        }
    }

    private static void later(ObjectNode responses) {
        ObjectNode begun = responses
                .putObject("202")
                .put(
                        "description",
                        "Begun, for Prefer: respond-async; Location says where to ask how far it has come.");
        content(begun, "application/json", "Import");
        content(
                responses.putObject("503").put("description", "Too many files are being read."),
                "application/problem+json",
                "Problem");
    }

    private static void content(ObjectNode holder, String type, String schema) {
        holder.putObject("content").putObject(type).set("schema", Schemas.ref(schema));
    }

    /** The example stands with the first type that the body can have. */
    private static void example(ObjectNode request, Operation operation) {
        JsonNode example = EXAMPLES.get(operation.method() + " " + operation.path());
        if (example != null) {
            ObjectNode first = (ObjectNode) request.get("content").iterator().next();
            first.set("example", example);
        }
    }

    /** Contents that the document only names the types of. */
    private static void texts(ObjectNode holder, String types) {
        ObjectNode content = holder.putObject("content");
        for (String type : types.split(" ")) {
            content.putObject(type).putObject("schema");
        }
    }

    private static String id(Operation operation) {
        StringBuilder id = new StringBuilder(operation.method());
        for (String part : operation.path().replaceAll("[{}]", "").split("[/.]")) {
            if (!part.isEmpty()) {
                id.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
            }
        }
        return id.toString();
    }

    private static ObjectNode schemas() {
        Schemas schemas = new Schemas();
        List.of(
                        "Period",
                        "Source",
                        "Attribute",
                        "Evidence",
                        "Origin",
                        "Failure",
                        "Finding",
                        "Counts",
                        "Progress",
                        "NextDue",
                        "FlagChanges",
                        "HistoryEntry",
                        "FieldChange",
                        "FlagMoment",
                        "Flag",
                        "Explanation",
                        "Moment",
                        "Cause",
                        "Decision",
                        "BulkDone",
                        "BulkLine",
                        "RoadmapHealth",
                        "MilestoneHealth",
                        "Judgement",
                        "Evaluation",
                        "Forecast",
                        "ForecastEvent",
                        "RuleLine",
                        "Span",
                        "Fix",
                        "RuleProblem",
                        "RuleSentence",
                        "RuleCondition",
                        "RuleCheck",
                        "RulesetVersion",
                        "CaseResult",
                        "CaseCoverage",
                        "CaseRun",
                        "DryRunLine",
                        "DryRunElsewhere",
                        "DryRunRoadmap",
                        "DryRun",
                        "LookedAt",
                        "RoadmapChange",
                        "TouchedFact",
                        "TouchedFlag",
                        "PointInTime",
                        "Difference",
                        "FlagDifference",
                        "Comparison",
                        "Promise",
                        "Move",
                        "Baseline",
                        "ReportingPeriod",
                        "Comment",
                        "SeenMember",
                        "Members",
                        "Withdrawn",
                        "ImportResult",
                        "Import",
                        "ImportRefusal",
                        "ImportedColumn",
                        "ImportedValues",
                        "ImportProblem",
                        "ImportedRow",
                        "FieldOldNew",
                        "RuleInsight",
                        "Subscription",
                        "Delivery",
                        "Problem",
                        "Mistake")
                .forEach(name -> schemas.answer(name, name));
        schemas.periodInput();
        List.of(
                        "Source",
                        "Triage",
                        "Bulk",
                        "RuleFiles",
                        "Ruleset",
                        "Restore",
                        "Undo",
                        "Baseline",
                        "ReportingPeriod",
                        "Withdrawal",
                        "Rebaselining",
                        "Subscription",
                        "Member",
                        "FormerMember",
                        "Visibility",
                        "Comment")
                .forEach(name -> schemas.input(name + "Input", name));
        schemas.input("AttributeInput", "Attribute");
        schemas.patch("AttributePatch", "Attribute");
        schemas.input("RuleFile", "RuleFile");
        schemas.input("BulkFlag", "BulkFlag");
        schemas.answer("Removed", "Removal", "Effect");
        schemas.answer("Undone", "Undoing", "Effect");
        schemas.answer("SubscriptionMade", "Subscription", "WebhookKey");
        schemas.answer("Rebaselined", "NewBaseline", "Effect");
        schemas.answer("FlagExplained", "Flag", "Explained");
        schemas.answer("Rule", "RuleLine", "RuleText", "RuleSeen");
        schemas.answer("RuleInUse", "RuleLine", "RuleSeen");
        schemas.answer("RoadmapSummary", "Roadmap", "Summary");
        schemas.answer("RoadmapSeen", "Roadmap", "Summary", "Found");
        schemas.answer("RoadmapEdited", "Roadmap", "Effect");
        schemas.input("RoadmapInput", "Roadmap");
        schemas.patch("RoadmapPatch", "Roadmap", "Summary");
        for (String shape : Schemas.FACTS.values()) {
            schemas.answer(shape + "Seen", shape, "Found");
            schemas.answer(shape + "Edited", shape, "Effect");
            schemas.input(shape + "Input", shape);
            schemas.patch(shape + "Patch", shape);
            schemas.page(shape + "SeenPage", shape + "Seen");
        }
        schemas.answer("UpdateSeen", "Update", "Found");
        schemas.answer("UpdateEdited", "Update", "Effect");
        schemas.input("UpdateInput", "Update");
        schemas.page("UpdateSeenPage", "UpdateSeen");
        List.of(
                        "RoadmapSummary",
                        "Evaluation",
                        "HistoryEntry",
                        "Flag",
                        "RuleInUse",
                        "RulesetVersion",
                        "RoadmapChange",
                        "Promise",
                        "Baseline",
                        "ReportingPeriod",
                        "Subscription",
                        "Delivery",
                        "Comment")
                .forEach(item -> schemas.page(item + "Page", item));
        ((ObjectNode) schemas.made("RuleInUsePage").get("properties"))
                .putObject("ruleset")
                .put("description", "Version of the rules; null when none had been published then.")
                .putArray("type")
                .add("string")
                .add("null");
        ((ObjectNode) schemas.made("RulesetVersionPage").get("properties"))
                .putObject("live")
                .put("type", "integer")
                .put("description", "Number of the version in use, then or now; 0 for none.");
        return schemas.all();
    }
}
