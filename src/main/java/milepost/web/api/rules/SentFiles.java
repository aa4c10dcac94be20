package milepost.web.api.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import milepost.rules.language.RuleFile;
import milepost.web.api.http.JsonReader;

/** Reads {@code files}: a list of {@code {path, content}}. */
final class SentFiles {
    private SentFiles() {}

    static List<RuleFile> read(JsonReader in) {
        Set<String> paths = new HashSet<>();
        List<RuleFile> files = in.objects("files", file -> read(file, paths));
        if (files.isEmpty()) {
            in.error("files", "Send at least one file as {\"path\", \"content\"}.");
        }
        return files;
    }

    private static RuleFile read(JsonReader in, Set<String> paths) {
        String path = in.text("path");
        if (!path.matches("([a-z0-9][a-z0-9-]*/){0,3}[a-z0-9][a-z0-9-]*\\.(drl|cases\\.yaml)")) {
            in.error(
                    "path",
                    "Send a path below the rules folder in small letters, digits and dashes, ending in .drl or .cases.yaml, such as"
                            + " schedule/deadline-missed.drl.");
        } else if (!paths.add(path)) {
            in.error("path", "There is another file of this path.");
        }
        return new RuleFile(path, in.verbatim("content").replace("\r\n", "\n"));
    }
}
