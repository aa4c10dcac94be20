package milepost.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import milepost.facts.Snapshot;
import milepost.rules.engine.Outcome;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleInfo;

/** One compiled version of the rules: immutable, shared by all threads. */
public final class Ruleset {
    private final String version;
    private final List<RuleInfo> rules;

    private Ruleset(String version, List<RuleInfo> rules) {
        this.version = version;
        this.rules = rules;
    }

    /** Checks and compiles rule files; only a compilation without errors has a ruleset. */
    public static Compilation compile(List<RuleFile> files) {
        throw new UnsupportedOperationException("compile");
    }

    /** Evaluates every rule on what was recorded, as seen on {@code asOf}. */
    public Outcome evaluate(Snapshot snapshot, LocalDate asOf) {
        throw new UnsupportedOperationException("evaluate");
    }

    /** Twelve hexadecimal digits of the hash of paths and texts: equal text, equal version. */
    public String version() {
        return version;
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
}
