package milepost.web.api.doc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing a program can ask for.
 *
 * @param method in small letters
 * @param path below /api/v1
 * @param role the least role that may ask
 * @param parameters names of the query parameters
 * @param body schema of the body, null for none
 * @param status of the answer when all is well
 * @param answer schema of that answer; a type such as text/calendar where it is not JSON
 */
record Operation(
        String method,
        String path,
        String summary,
        String role,
        List<String> parameters,
        @Nullable String body,
        int status,
        String answer) {

    /** A body that is a file: its types between blanks. */
    static final String FILE =
            "text/csv application/vnd.openxmlformats-officedocument.spreadsheetml.sheet application/json";

    static Operation get(String path, String summary, String answer, String... parameters) {
        return new Operation("get", path, summary, "viewer", List.of(parameters), null, 200, answer);
    }

    static Operation page(String path, String summary, String item, String... parameters) {
        List<String> all = new java.util.ArrayList<>(List.of(parameters));
        all.add("limit");
        all.add("cursor");
        return new Operation("get", path, summary, "viewer", all, null, 200, item + "Page");
    }

    static Operation post(String path, String summary, String role, String body, String answer) {
        return new Operation("post", path, summary, role, List.of(), body, 200, answer);
    }

    static Operation add(String path, String summary, String shape) {
        return new Operation(
                "post", path, summary, "officer", List.of("reason"), shape + "Input", 201, shape + "Edited");
    }

    static Operation change(String path, String summary, String shape) {
        return new Operation(
                "patch", path, summary, "officer", List.of("reason"), shape + "Patch", 200, shape + "Edited");
    }

    static Operation remove(String path, String summary) {
        return new Operation("delete", path, summary, "officer", List.of("reason"), null, 200, "Removed");
    }

    /** The same for people of another role. */
    Operation by(String other) {
        return new Operation(method, path, summary, other, parameters, body, status, answer);
    }

    /** What it is about, in a word or two. */
    String tag() {
        String inside = path.replaceFirst("^/roadmaps/[{]roadmap[}]/?", "");
        if (inside.equals(path)) {
            return path.startsWith("/rule")
                    ? "rules"
                    : path.matches("/(subscriptions|deliveries).*")
                            ? "news"
                            : path.startsWith("/imports") ? "files" : path.split("/")[1];
        }
        String first = inside.replaceFirst("/.*", "");
        return switch (first) {
            case "", "evaluations", "forecast", "health" -> "roadmaps";
            case "import", "export", ".ics" -> "files";
            case "members", "visibility" -> "people";
            case "history", "changes", "compare", "slips", "baselines", "periods" -> "looking back";
            default -> inside.contains("/observations") ? "observations" : first;
        };
    }

    /** Whether it can be asked for without anything being stored: all but publications, which have an operation for that. */
    boolean tries() {
        return !method.equals("get") && !answer.equals("RulesetVersion");
    }

    /** Whether it changes something that is there. */
    boolean conditional() {
        return method.equals("patch") || method.equals("delete");
    }
}
