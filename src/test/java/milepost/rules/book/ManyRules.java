package milepost.rules.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import milepost.rules.language.RuleFile;

/**
 * A rulebook of many rules, all of them different: the shipped ones with their cases, and variations of them under other names. As a
 * program it writes them into a folder.
 */
public final class ManyRules {
    private ManyRules() {}

    /** Arguments: the folder, and how many rules. */
    public static void main(String[] args) throws IOException {
        write(of(Integer.parseInt(args[1])), Path.of(args[0]));
    }

    /** So many rules, each with the cases of the rule it varies. */
    public static RuleFiles of(int rules) {
        RuleFiles shipped = LiveFolder.read(Path.of("rules"));
        SortedMap<String, String> texts = new TreeMap<>(shipped.texts());
        int count = shipped.rules().size();
        for (int round = 1; count < rules; round++) {
            for (RuleFile rule : shipped.rules()) {
                if (count < rules) {
                    vary(shipped, RuleFile.stem(rule.path()), "-v" + round, texts);
                    count++;
                }
            }
        }
        return new RuleFiles(texts);
    }

    /** Writes every file below a folder. */
    public static void write(RuleFiles files, Path folder) throws IOException {
        for (var file : files.texts().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling(""));
            Files.writeString(path, file.getValue());
        }
    }

    /** One condition more keeps the engine from sharing what rules have in common; no rule becomes critical, so counts of those stay. */
    private static void vary(RuleFiles shipped, String key, String suffix, SortedMap<String, String> texts) {
        String rule = shipped.find(key + RuleFile.RULE).orElseThrow();
        String cases = shipped.find(key + RuleFile.CASES).orElseThrow();
        texts.put(
                key + suffix + RuleFile.RULE,
                rule.replace("rule \"" + key + "\"", "rule \"" + key + suffix + "\"")
                        .replaceAll("@title\\( \"([^\"]*)\" \\)", "@title( \"$1, variation" + suffix + "\" )")
                        .replaceAll("@severity\\( CRITICAL \\)", "@severity( HIGH )")
                        .replaceAll("(Milestone|Roadmap|Indicator)\\( (?=\\S)", "$1( key != \"NO" + suffix + "\", "));
        texts.put(
                key + suffix + RuleFile.CASES,
                cases.replace("rule: " + key + "\n", "rule: " + key + suffix + "\n")
                        .replace("severity: CRITICAL", "severity: HIGH"));
    }
}
