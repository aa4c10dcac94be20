package milepost.rules.writing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleTree;

/** How long the check at a pause in typing takes beside 27, 100 and 300 rules, as a ratio to reading one file and to reading all. */
public final class KeystrokeBenchmark {
    private static final int ROUNDS = 60;

    private KeystrokeBenchmark() {}

    public static void main(String[] arguments) {
        RuleFolder folder = RuleFolder.read(Path.of("rules"));
        for (int size : new int[] {27, 100, 300}) {
            List<RuleFile> files = many(folder.rules(), size);
            List<RuleTree> book = Ruleset.compile(files).ruleset().trees();
            RuleFile rule = files.get(size / 2);
            String casesPath =
                    folder.rules().get(size / 2 % folder.rules().size()).path().replace(".drl", ".cases.yaml");
            RuleFile cases = folder.cases().stream()
                    .filter(c -> c.path().equals(casesPath))
                    .findFirst()
                    .orElseThrow();
            double check = median(
                    () -> new FileCheck(typed(rule), cases, book).problems().size());
            double one = median(
                    () -> Ruleset.compile(List.of(typed(rule))).problems().size());
            double all = median(() -> Ruleset.compile(files).problems().size());
            System.out.printf(
                    Locale.ROOT,
                    "%d rules: check %.2f ms, one file %.2f ms, all files %.2f ms; check / one %.1f, all / check %.0f%n",
                    size,
                    check,
                    one,
                    all,
                    check / one,
                    all / check);
        }
    }

    /** With one letter more each time, so that nothing can be remembered. */
    private static RuleFile typed(RuleFile file) {
        return new RuleFile(file.path(), file.content() + "// " + System.nanoTime() + "\n");
    }

    private static List<RuleFile> many(List<RuleFile> rules, int size) {
        List<RuleFile> files = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            RuleFile file = rules.get(i % rules.size());
            String key = file.path().replace(".drl", "");
            String more = i < rules.size() ? "" : "-" + i / rules.size();
            files.add(new RuleFile(
                    key + more + ".drl",
                    file.content()
                            .replace("\"" + key + "\"", "\"" + key + more + "\"")
                            .replaceAll("@alias.*", "")));
        }
        return files;
    }

    private interface Work {
        int run();
    }

    private static double median(Work work) {
        long[] times = new long[ROUNDS];
        int seen = 0;
        for (int i = -ROUNDS; i < ROUNDS; i++) {
            long from = System.nanoTime();
            seen += work.run();
            if (i >= 0) {
                times[i] = System.nanoTime() - from;
            }
        }
        Arrays.sort(times);
        return seen < 0 ? 0 : times[ROUNDS / 2] / 1e6;
    }
}
