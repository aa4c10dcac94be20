package milepost.rules.language.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleProblem;

/** Rule files of the tests, and a rule around a few lines. */
final class RuleTexts {
    static final Path RESOURCES = Path.of("src/test/resources/milepost/rules");
    private static final String HEAD =
            "package milepost.rules;\nimport milepost.facts.*;\nglobal Findings findings;\n\n";

    private RuleTexts() {}

    /** Every rule file below a folder, by path. */
    static List<RuleFile> below(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(p -> p.toString().endsWith(".drl"))
                    .sorted()
                    .map(p -> new RuleFile(folder.relativize(p).toString().replace('\\', '/'), text(p)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A rule with these conditions; its name is on line 5, the first condition on line 8. */
    static String when(String conditions) {
        return rule(conditions, "    findings.report( $m, \"x\" );");
    }

    static String rule(String conditions, String consequence) {
        return HEAD + "rule \"test/rule\"\n    @severity( LOW )\nwhen\n" + conditions + "\nthen\n" + consequence
                + "\nend\n";
    }

    static ParsedRules parse(String text) {
        return RuleParser.parse(List.of(new RuleFile("test/rule.drl", text)));
    }

    /** Problems as {@code line:column-endColumn code}. */
    static List<String> places(String text) {
        return parse(text).problems().stream().map(RuleTexts::place).toList();
    }

    static String place(RuleProblem problem) {
        return problem.line() + ":" + problem.column() + "-" + problem.endColumn() + " " + problem.code();
    }
}
