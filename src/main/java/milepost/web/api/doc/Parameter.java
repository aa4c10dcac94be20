package milepost.web.api.doc;

import java.util.List;
import milepost.web.api.http.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * A parameter of operations.
 *
 * @param id how operations name it
 * @param in path, query or header
 * @param type of its value: string, integer, or a format of string
 */
record Parameter(String id, String in, String name, String type, String text) {
    private static final List<Parameter> ALL = List.of(
            new Parameter("path-roadmap", "path", "roadmap", "string", "Key of the roadmap."),
            new Parameter("path-indicator", "path", "indicator", "string", "Key of the indicator."),
            new Parameter("path-key", "path", "key", "string", "Key of the fact; PREDECESSOR>SUCCESSOR, encoded."),
            new Parameter("path-id", "path", "id", "integer", "Id of the flag."),
            new Parameter("path-subscription", "path", "subscription", "integer", "Id of the subscription."),
            new Parameter("path-act", "path", "act", "string", "pause, resume, test or end."),
            new Parameter("path-delivery", "path", "delivery", "integer", "Id of the message."),
            new Parameter("deliveryState", "query", "state", "string", "WAITING, SENDING, SENT, DEAD or CANCELLED."),
            new Parameter("path-folder", "path", "folder", "string", "The part of a rule's key before the slash."),
            new Parameter("path-name", "path", "name", "string", "The part of a rule's key after the slash."),
            new Parameter("path-version", "path", "version", "string", "Number or hash of a version of the rules."),
            new Parameter("path-change", "path", "change", "integer", "Number of the change."),
            new Parameter("path-person", "path", "person", "string", "Name somebody signs in with."),
            new Parameter("path-baseline", "path", "baseline", "string", "Key of the baseline."),
            new Parameter("by", "query", "by", "string", "Only changes by this person."),
            new Parameter(
                    "factKind", "query", "kind", "string", "Only changes of this kind of fact, such as MILESTONE."),
            new Parameter(
                    "milestone",
                    "query",
                    "milestone",
                    "string",
                    "Only changes of this milestone and what belongs to it."),
            new Parameter("fromDay", "query", "from", "date", "Only changes on this day or later."),
            new Parameter("toDay", "query", "to", "date", "Only changes on this day or before."),
            new Parameter(
                    "from",
                    "query",
                    "from",
                    "string",
                    "A day, an instant, the number of a change, or a baseline; owed."),
            new Parameter("to", "query", "to", "string", "The same for the second moment; now when absent."),
            new Parameter("until", "query", "until", "date", "Last day of the forecast; a year on when absent."),
            new Parameter("limit", "query", "limit", "integer", "How many at most, 1 to 500; 100 when absent."),
            new Parameter("cursor", "query", "cursor", "string", "The next of the page before."),
            new Parameter("dryRun", "query", "dryRun", "boolean", "Answer the same and store nothing."),
            new Parameter(
                    "importAsOf",
                    "query",
                    "asOf",
                    "date",
                    "The day a table speaks of and is recorded on; of a history, the last day that is taken."),
            new Parameter("profile", "query", "profile", "string", "Name of what headings mean, saved before."),
            new Parameter("strict", "query", "strict", "boolean", "A cell that cannot be read stops the import."),
            new Parameter("title", "query", "title", "string", "Title of a roadmap that is made by the import."),
            new Parameter("home", "query", "home", "string", "ISO 3166 code of a roadmap that is made by the import."),
            new Parameter("format", "query", "format", "string", "csv, xlsx, json or ics; json when absent."),
            new Parameter("asOf", "query", "asOf", "date", "The day that is looked at."),
            new Parameter(
                    "asOfRecord",
                    "query",
                    "asOf",
                    "date",
                    "What was recorded by the end of this day; not a day to come."),
            new Parameter(
                    "asOfRules",
                    "query",
                    "asOf",
                    "date",
                    "What was published by the end of this day (UTC); not a day to come."),
            new Parameter(
                    "knownAt",
                    "query",
                    "knownAt",
                    "date-time",
                    "Read what was recorded at this instant, not one to come."),
            new Parameter("reason", "query", "reason", "string", "Why the edit is made; stands in the history."),
            new Parameter("roadmap", "query", "roadmap", "string", "Key of a roadmap; may be repeated."),
            new Parameter("state", "query", "state", "string", "PENDING, ACTIVE or RESOLVED; may be repeated."),
            new Parameter(
                    "triage",
                    "query",
                    "triage",
                    "string",
                    "UNTRIAGED, ACKNOWLEDGED, ACCEPTED or FALSE_POSITIVE; may be repeated."),
            new Parameter("severity", "query", "severity", "string", "LOW, MEDIUM, HIGH or CRITICAL; may be repeated."),
            new Parameter("rule", "query", "rule", "string", "Key of a rule."),
            new Parameter("subject", "query", "subject", "string", "Key of what the flag is about."),
            new Parameter("q", "query", "q", "string", "Text in message, subject or rule."),
            new Parameter("assignee", "query", "assignee", "string", "Name of a person; may be repeated."),
            new Parameter("newSince", "query", "newSince", "date-time", "Raised or reopened then or later."),
            new Parameter("shadow", "query", "shadow", "string", "true: flags of rules in shadow, for authors."),
            new Parameter("prefer", "header", "Prefer", "string", "dry-run: answer the same, store nothing."),
            new Parameter("ifMatch", "header", "If-Match", "string", "ETag of what was edited; owed."));

    static ObjectNode components() {
        ObjectNode all = Json.object();
        for (Parameter parameter : ALL) {
            ObjectNode json = all.putObject(parameter.id())
                    .put("name", parameter.name())
                    .put("in", parameter.in())
                    .put(
                            "required",
                            parameter.in().equals("path") || parameter.name().equals("If-Match"))
                    .put("description", parameter.text());
            boolean plain =
                    parameter.type().equals("string") || parameter.type().equals("integer");
            ObjectNode schema = json.putObject("schema").put("type", plain ? parameter.type() : "string");
            if (!plain) {
                schema.put("format", parameter.type());
            }
        }
        return all;
    }

    static ObjectNode ref(String id) {
        return Json.object().put("$ref", "#/components/parameters/" + id);
    }
}
