package milepost.web.author.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import milepost.rules.Ruleset;
import milepost.rules.book.RuleFiles;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleInfo;

/**
 * A rule that stands in a file of another name, as rules can that were in the folder at the first start. The editor opens it as if it
 * stood in its own; saving moves it there with its cases, and leaves other rules of that file where they are.
 *
 * @param rule the rule in use
 * @param cases path of the file of its cases, its own where there is none yet
 */
record OwnFile(RuleInfo rule, String cases) {
    private static final Pattern FIRST = Pattern.compile("(?m)^[ \t]*rule\\s");

    /** The rule of this key, if the files have it elsewhere and nothing stands where it belongs. */
    static Optional<OwnFile> find(RuleFiles files, Ruleset live, String key) {
        return live.rules().stream()
                .filter(rule -> rule.key().equals(key)
                        && files.find(key + RuleFile.RULE).isEmpty())
                .filter(rule -> files.find(rule.path()).isPresent())
                .findFirst()
                .map(rule -> new OwnFile(rule, casesOf(files, rule)));
    }

    private static String casesOf(RuleFiles files, RuleInfo rule) {
        String names = Stream.concat(Stream.of(rule.key()), rule.aliases().stream())
                .map(Pattern::quote)
                .reduce((one, other) -> one + "|" + other)
                .orElseThrow();
        Pattern first = Pattern.compile("(?m)^rule:\\s*[\"']?(" + names + ")[\"']?\\s*(#.*)?$");
        String own = rule.key() + RuleFile.CASES;
        return files.find(own).isPresent()
                ? own
                : files.cases().stream()
                        .filter(file -> first.matcher(file.content()).find())
                        .map(RuleFile::path)
                        .findFirst()
                        .orElse(own);
    }

    /** The file it stands in. */
    String path() {
        return rule.path();
    }

    /** What puts it where it belongs; a path without a text is taken away. */
    Map<String, Optional<String>> move(RuleFiles files) {
        String whole = files.find(path()).orElse("");
        int from = Math.max(0, whole.indexOf(rule.text()));
        String rest = whole.substring(0, from)
                + whole.substring(Math.min(whole.length(), from + rule.text().length()));
        boolean alone = !FIRST.matcher(rest).find() || !whole.contains(rule.text());
        Map<String, Optional<String>> moved = new LinkedHashMap<>();
        moved.put(
                rule.key() + RuleFile.RULE,
                Optional.of(alone ? whole : head(whole) + rule.text().strip() + "\n"));
        moved.put(path(), alone ? Optional.empty() : Optional.of(rest.replaceAll("\n{3,}", "\n\n")));
        String own = rule.key() + RuleFile.CASES;
        if (!cases.equals(own)) {
            moved.put(own, files.find(cases));
            moved.put(cases, Optional.empty());
        }
        return moved;
    }

    /** What stands before the first rule of a file. */
    private static String head(String whole) {
        Matcher first = FIRST.matcher(whole);
        return first.find() ? whole.substring(0, first.start()).stripTrailing() + "\n\n" : "";
    }
}
