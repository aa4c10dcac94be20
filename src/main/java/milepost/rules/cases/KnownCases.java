package milepost.rules.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import milepost.rules.Ruleset;
import milepost.rules.language.RuleInfo;

/**
 * Runs cases and keeps what came of them: a case of a rule whose text is the same is not run again, because no rule has a part in what
 * another finds. Cases of rules that read what others find always run. The results asked for longest ago are forgotten first.
 */
public final class KnownCases {
    private static final int MOST = 5_000;

    private final Map<Key, CaseResult> results = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, CaseResult> eldest) {
            return size() > MOST;
        }
    };

    private record Key(String rule, RuleCase example) {}

    /** One result for each case, in the same order. */
    public List<CaseResult> run(Ruleset ruleset, List<RuleCase> cases) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (RuleInfo rule : ruleset.rules()) {
            if (!LiveCoverage.readsFindings(rule.text())) {
                texts.put(rule.key(), rule.text());
            }
        }
        List<CaseResult> all = new ArrayList<>();
        for (RuleCase example : cases) {
            String text = texts.get(example.rule());
            all.add(text == null ? RuleCases.run(ruleset, example) : known(ruleset, new Key(text, example)));
        }
        return all;
    }

    private CaseResult known(Ruleset ruleset, Key key) {
        CaseResult before;
        synchronized (results) {
            before = results.get(key);
        }
        if (before != null) {
            return before;
        }
        CaseResult now = RuleCases.run(ruleset, key.example());
        synchronized (results) {
            results.put(key, now);
        }
        return now;
    }
}
