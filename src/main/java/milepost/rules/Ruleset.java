package milepost.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import milepost.facts.Finding;
import milepost.facts.Snapshot;
import milepost.rules.engine.Days;
import milepost.rules.engine.Engine;
import milepost.rules.engine.condition.ConditionWatch;
import milepost.rules.engine.report.Outcome;
import milepost.rules.engine.run.Budget;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleInfo;
import milepost.rules.language.RuleTree;
import milepost.rules.language.check.KnownFiles;
import milepost.rules.language.check.ParsedRules;
import milepost.rules.language.check.RuleParser;
import org.jspecify.annotations.Nullable;

/** One compiled version of the rules: immutable, shared by all threads. */
public final class Ruleset {
    private final String version;
    private final List<RuleTree> trees;
    private final List<RuleInfo> rules;
    private final Set<String> shadows;
    private final Map<String, String> hashes;
    private final Engine engine;

    private Ruleset(String version, List<RuleTree> trees, @Nullable ConditionWatch watch) {
        this.version = version;
        this.trees = trees;
        this.rules = trees.stream().map(RuleTree::info).toList();
        this.shadows =
                rules.stream().filter(RuleInfo::shadow).map(RuleInfo::key).collect(Collectors.toUnmodifiableSet());
        this.hashes = hashes(rules);
        this.engine = new Engine(trees, watch, Budget.DEFAULT);
    }

    /** Checks and compiles rule files; only a compilation without errors has a ruleset. */
    public static Compilation compile(List<RuleFile> files) {
        return compile(files, new KnownFiles());
    }

    /** The same, reading only the files that are not known yet. */
    public static Compilation compile(List<RuleFile> files, KnownFiles known) {
        ParsedRules parsed = RuleParser.parse(files, known);
        return new Compilation(
                parsed.usable() ? new Ruleset(version(files), parsed.rules(), null) : null, parsed.problems());
    }

    /** The same rules, telling the watch of every constraint they test: slower, and with the same findings. */
    public Ruleset watchedBy(ConditionWatch watch) {
        return new Ruleset(version, trees, watch);
    }

    /** The same with these rules only; it keeps the version of all of them. */
    public Ruleset only(Collection<String> keys) {
        return new Ruleset(
                version,
                trees.stream().filter(t -> keys.contains(t.info().key())).toList(),
                null);
    }

    /** Evaluates every rule on what was recorded, as seen on {@code asOf}. */
    public Outcome evaluate(Snapshot snapshot, LocalDate asOf) {
        return engine.evaluate(snapshot, asOf);
    }

    /** The same where other rules found this, whatever they would find themselves. */
    public Outcome evaluate(Snapshot snapshot, LocalDate asOf, List<Finding> found) {
        return engine.evaluate(snapshot, asOf, found);
    }

    /** Evaluates one snapshot on day after day, faster than one by one; close it. */
    public Days days(Snapshot snapshot) {
        return engine.days(snapshot);
    }

    /** The same, faster when little has changed since this roadmap was last evaluated so. */
    public Outcome evaluateAgain(Snapshot snapshot, LocalDate asOf) {
        return engine.evaluateAgain(snapshot, asOf);
    }

    /** Twelve hexadecimal digits of the hash of paths and texts: equal text, equal version. */
    public String version() {
        return version;
    }

    /** The checked trees of the rules, ordered by key. */
    public List<RuleTree> trees() {
        return trees;
    }

    /** The rules, ordered by key. */
    public List<RuleInfo> rules() {
        return rules;
    }

    /** The rule of this key, or the rule that has it as an alias. */
    public Optional<RuleInfo> findRule(String key) {
        return rules.stream()
                .filter(r -> r.key().equals(key) || r.aliases().contains(key))
                .findFirst();
    }

    /** What is evaluated of a rule, found as {@link #findRule} finds it. */
    public Optional<RuleTree> findTree(String key) {
        return findRule(key)
                .flatMap(rule ->
                        trees.stream().filter(tree -> tree.info().equals(rule)).findFirst());
    }

    /** Keys of the rules in shadow: what they find is for authors only. */
    public Set<String> shadows() {
        return shadows;
    }

    /** By key, twelve digits that stand for the text of each rule, however it is spaced. */
    public Map<String, String> hashes() {
        return hashes;
    }

    /** The same of rules that were compiled elsewhere. */
    public static Map<String, String> hashes(List<RuleInfo> rules) {
        return rules.stream().collect(Collectors.toMap(RuleInfo::key, rule -> hash(rule.text())));
    }

    private static String hash(String text) {
        MessageDigest digest = digest();
        digest.update(text.strip().replaceAll("\\s+", " ").getBytes(StandardCharsets.UTF_8));
        return digits(digest);
    }

    private static String digits(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The version that these files make when they have no errors. */
    public static String version(List<RuleFile> files) {
        MessageDigest digest = digest();
        files.stream().sorted(Comparator.comparing(RuleFile::path)).forEach(file -> {
            digest.update(file.path().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(file.content().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        });
        return digits(digest);
    }
}
