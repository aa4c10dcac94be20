package milepost.rules.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import milepost.facts.Finding;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.Match;
import org.kie.internal.event.rule.RuleEventListener;

/** What each match of a kept session has reported, for as long as it is a match. */
final class MatchReports implements RuleEventListener {
    private final KieSession session;
    private final Budget budget;
    private final List<String> keys;
    private final @Nullable OfRule[] rules;
    private @Nullable Meter meter;
    private @Nullable Collector firing;

    /** The matches of one rule; what they come to is put together again only when one came or went. */
    private static final class OfRule {
        private final boolean second;
        private final Map<Match, List<Finding>> matches = new IdentityHashMap<>();
        private @Nullable List<Finding> findings;

        OfRule(boolean second) {
            this.second = second;
        }

        List<Finding> findings(String rule, int most) {
            List<Finding> known = findings;
            if (known == null) {
                Reports reports = new Reports(rule);
                matches.values().stream().flatMap(Collection::stream).forEach(reports::add);
                if (reports.count() > most) {
                    throw new IllegalStateException(rule + " reports too much");
                }
                known = reports.findings();
                findings = known;
            }
            return known;
        }
    }

    MatchReports(KieSession session, Budget budget, List<String> keys) {
        this.session = session;
        this.budget = budget;
        this.keys = keys;
        this.rules = new OfRule[keys.size()];
    }

    /** What happens from now on is measured by this. */
    void begin(Meter with) {
        meter = with;
    }

    /** The findings of the rules that read no findings. */
    List<Finding> ofFirst() {
        return findings(false);
    }

    List<Finding> all() {
        return findings(true);
    }

    @Override
    public void onBeforeMatchFire(Match match) {
        Meter with = meter;
        if (with == null) {
            throw new IllegalStateException("a rule fires outside of an evaluation");
        }
        firing = new Collector(budget, keys, null);
        firing.begin(with);
        session.setGlobal(RuleModel.GLOBAL, firing);
    }

    @Override
    public void onAfterMatchFire(Match match) {
        Collector fired = firing;
        if (fired == null || !fired.failures().isEmpty()) {
            throw new IllegalStateException("a rule failed");
        }
        OfRule rule = of(match);
        rule.matches.put(match, fired.reported(number(match)));
        rule.findings = null;
    }

    @Override
    public void onDeleteMatch(Match match) {
        OfRule rule = of(match);
        if (rule.matches.remove(match) != null) {
            rule.findings = null;
        }
    }

    private List<Finding> findings(boolean second) {
        List<Finding> all = new ArrayList<>();
        for (int i = 0; i < rules.length; i++) {
            OfRule rule = rules[i];
            if (rule != null && (second || !rule.second)) {
                all.addAll(rule.findings(keys.get(i), budget.reports()));
            }
        }
        return all;
    }

    private OfRule of(Match match) {
        int number = number(match);
        OfRule known = rules[number];
        if (known == null) {
            known = new OfRule(RuleModel.SECOND.equals(((RuleImpl) match.getRule()).getAgendaGroup()));
            rules[number] = known;
        }
        return known;
    }

    /** The number of the rule in the build, which is its name there. */
    private static int number(Match match) {
        return Integer.parseInt(match.getRule().getName().substring(1));
    }
}
