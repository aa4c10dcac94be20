package milepost.rules.book;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import milepost.facts.Problem;
import milepost.rules.Compilation;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleProblem;
import org.jspecify.annotations.Nullable;

/**
 * All texts of one state of the rules: rule files and case files.
 *
 * @param texts text by path, such as {@code schedule/deadline-missed.drl}, ordered by path
 */
public record RuleFiles(SortedMap<String, String> texts) {

    /** No files. */
    public static final RuleFiles NONE = new RuleFiles(new TreeMap<>());

    private static final int FIELDS_NAMED = 20;
    private static final Pattern PATH =
            Pattern.compile("[a-z0-9][a-z0-9-]{0,40}/[a-z0-9][a-z0-9-]{0,80}[.](drl|cases[.]yaml)");

    public RuleFiles {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    public static RuleFiles of(RuleFolder folder) {
        return of(
                Stream.concat(folder.rules().stream(), folder.cases().stream()).toList());
    }

    public static RuleFiles of(List<RuleFile> files) {
        SortedMap<String, String> texts = new TreeMap<>();
        files.forEach(file -> texts.put(file.path(), file.content()));
        return new RuleFiles(texts);
    }

    /** Whether a new file may have this path: a folder and a name in small letters, and one of the two endings. */
    public static boolean allows(String path) {
        return PATH.matcher(path).matches();
    }

    public List<RuleFile> rules() {
        return ending(RuleFile.RULE);
    }

    public List<RuleFile> cases() {
        return ending(RuleFile.CASES);
    }

    /** The text at a path. */
    public Optional<String> find(String path) {
        return Optional.ofNullable(texts.get(path));
    }

    /** The same with another text at a path; null takes the file away. */
    public RuleFiles with(String path, @Nullable String text) {
        SortedMap<String, String> changed = new TreeMap<>(texts);
        if (text == null) {
            changed.remove(path);
        } else {
            changed.put(path, text);
        }
        return new RuleFiles(changed);
    }

    /** The same with these changes; a null text takes a file away. */
    public RuleFiles with(Map<String, Optional<String>> changes) {
        RuleFiles changed = this;
        for (Map.Entry<String, Optional<String>> change : changes.entrySet()) {
            changed = changed.with(change.getKey(), change.getValue().orElse(null));
        }
        return changed;
    }

    /** Paths whose text is not the same in both, or that only one of them has. */
    public SortedSet<String> differing(RuleFiles other) {
        SortedSet<String> paths = new TreeSet<>(texts.keySet());
        paths.addAll(other.texts.keySet());
        paths.removeIf(path -> Objects.equals(texts.get(path), other.texts.get(path)));
        return paths;
    }

    /** The compiled rules; INVALID with every place that has an error. */
    public Ruleset compile() {
        if (rules().isEmpty()) {
            throw new Problem(Problem.Kind.INVALID, "There is no rule file in it.");
        }
        Compilation compilation = Ruleset.compile(rules());
        Ruleset ruleset = compilation.ruleset();
        if (ruleset != null) {
            return ruleset;
        }
        throw refusal(compilation.problems());
    }

    /** INVALID with every place that has an error. */
    public static Problem refusal(List<RuleProblem> problems) {
        List<Problem.FieldError> errors = problems.stream()
                .filter(p -> p.severity() == RuleProblem.Level.ERROR)
                .limit(FIELDS_NAMED)
                .map(p -> new Problem.FieldError(p.path() + ":" + p.line() + ":" + p.column(), p.message()))
                .toList();
        Problem.FieldError first = errors.get(0);
        return new Problem(
                Problem.Kind.INVALID, "The rules have errors. " + first.field() + " " + first.message(), errors);
    }

    private List<RuleFile> ending(String ending) {
        return texts.entrySet().stream()
                .filter(e -> e.getKey().endsWith(ending))
                .map(e -> new RuleFile(e.getKey(), e.getValue()))
                .toList();
    }
}
