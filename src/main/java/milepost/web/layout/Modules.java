package milepost.web.layout;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The libraries of the rule editor, each in one pinned version. They name one another by package; here those names become addresses of
 * files beside them, so the browser needs no map of imports and the page no script inside it.
 */
final class Modules {
    /** Where each is among the webjars, by the name it is served under. */
    static final Map<String, String> SOURCES = new TreeMap<>(Map.ofEntries(
            Map.entry("editor/lib/state.js", "codemirror__state/6.7.1/dist/index.js"),
            Map.entry("editor/lib/view.js", "codemirror__view/6.43.7/dist/index.js"),
            Map.entry("editor/lib/language.js", "codemirror__language/6.12.4/dist/index.js"),
            Map.entry("editor/lib/commands.js", "codemirror__commands/6.10.4/dist/index.js"),
            Map.entry("editor/lib/lint.js", "codemirror__lint/6.9.7/dist/index.js"),
            Map.entry("editor/lib/autocomplete.js", "codemirror__autocomplete/6.20.3/dist/index.js"),
            Map.entry("editor/lib/common.js", "lezer__common/1.5.2/dist/index.js"),
            Map.entry("editor/lib/highlight.js", "lezer__highlight/1.2.3/dist/index.js"),
            Map.entry("editor/lib/style-mod.js", "style-mod/4.1.3/src/style-mod.js"),
            Map.entry("editor/lib/w3c-keyname.js", "w3c-keyname/2.2.8/index.js"),
            Map.entry("editor/lib/crelt.js", "crelt/1.0.7/index.js"),
            Map.entry("editor/lib/find-cluster-break.js", "marijn__find-cluster-break/1.0.3/src/index.js")));

    private static final Pattern IMPORT =
            Pattern.compile("(?m)^(import .* from )(['\"])(?:@[a-z]+/)?([a-z0-9-]+)\\2;?$");

    private Modules() {}

    /** A module with the names of packages replaced; any other script stays as it is. */
    static byte[] linked(String name, byte[] content) {
        if (!SOURCES.containsKey(name)) {
            return content;
        }
        Matcher imports = IMPORT.matcher(new String(content, StandardCharsets.UTF_8));
        return imports.replaceAll(
                        found -> Matcher.quoteReplacement(found.group(1) + "\"./" + found.group(3) + ".js\";"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
