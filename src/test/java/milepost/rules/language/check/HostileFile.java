package milepost.rules.language.check;

import java.util.ArrayList;
import java.util.List;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.syntax.Lines;

/**
 * A rule file that tries one thing it should not, and its twin, the same file without that thing. In the file both stand between
 * marks: {@code «hostile¦harmless»}. Its first line says what it tries, its second what becomes of it: {@code refused: code}, or
 * {@code accepted} where the language lets it through and the engine bounds it.
 */
public final class HostileFile {
    private final String name;
    private final String verdict;
    private final StringBuilder hostile = new StringBuilder();
    private final StringBuilder twin = new StringBuilder();
    private final List<int[]> parts = new ArrayList<>();

    private HostileFile(RuleFile marked) {
        String text = marked.content();
        name = marked.path();
        verdict = text.lines().skip(1).findFirst().orElseThrow().substring(3);
        int at = 0;
        int open;
        while ((open = text.indexOf('«', at)) >= 0) {
            int middle = text.indexOf('¦', open);
            int close = text.indexOf('»', middle);
            hostile.append(text, at, open);
            twin.append(text, at, open).append(text, middle + 1, close);
            parts.add(new int[] {hostile.length(), hostile.length() + middle - open - 1});
            hostile.append(text, open + 1, middle);
            at = close + 1;
        }
        hostile.append(text, at, text.length());
        twin.append(text, at, text.length());
    }

    /** All of them, by name. */
    public static List<HostileFile> all() {
        return RuleTexts.below(RuleTexts.RESOURCES.resolve("hostile")).stream()
                .map(HostileFile::new)
                .toList();
    }

    public String name() {
        return name;
    }

    /** Whether the language lets it through, so that the bounds of the run have to hold it. */
    public boolean isAccepted() {
        return verdict.equals("accepted");
    }

    /** The code of the problem at the hostile part. */
    String code() {
        return verdict.replace("refused: ", "");
    }

    public RuleFile hostile() {
        return new RuleFile("hostile/" + name, hostile.toString());
    }

    public RuleFile twin() {
        return new RuleFile("hostile/" + name, twin.toString());
    }

    /** Whether the place of a problem touches a hostile part. */
    boolean isHostileAt(RuleProblem problem) {
        int from = new Lines(hostile.toString()).offsetOf(problem.line(), problem.column());
        int to = Math.max(from + 1, from + problem.endColumn() - problem.column());
        return parts.stream().anyMatch(part -> from < Math.max(part[1], part[0] + 1) && to > part[0]);
    }

    @Override
    public String toString() {
        return name;
    }
}
