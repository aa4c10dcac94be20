package milepost.rules.engine;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import milepost.facts.Finding;
import milepost.rules.engine.report.Collector;
import milepost.rules.engine.report.Reports;
import milepost.rules.engine.report.Slot;
import milepost.rules.engine.run.Budget;
import milepost.rules.engine.run.Meter;
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

    /** The matches of one rule and the places of what they report; only what came or went is put in order again. */
    private static final class OfRule {
        private final boolean second;
        private final Map<Match, List<Slot>> matches = new IdentityHashMap<>();
        private final Reports reports;
        private List<Finding> asked = List.of();
        private boolean[] answered = new boolean[0];
        private List<Finding> wanted = List.of();

        OfRule(String rule, boolean second) {
            this.reports = new Reports(rule);
            this.second = second;
        }

        void put(Match match, List<Finding> reported) {
            remove(match);
            matches.put(match, reported.stream().map(reports::add).toList());
        }

        void remove(Match match) {
            List<Slot> slots = matches.remove(match);
            if (slots != null) {
                slots.forEach(reports::remove);
            }
        }

        List<Finding> findings(int most) {
            List<Finding> findings = reports.findings();
            if (reports.count() > most) {
                throw new IllegalStateException("a rule reports too much");
            }
            return findings;
        }

        /** Those that are read; nothing is asked of a finding of the time before again. */
        List<Finding> wanted(int most, Predicate<Finding> read) {
            List<Finding> findings = findings(most);
            if (findings != asked) {
                boolean[] answers = new boolean[findings.size()];
                List<Finding> chosen = new ArrayList<>(answers.length);
                int at = 0;
                for (int i = 0; i < answers.length; i++) {
                    Finding finding = findings.get(i);
                    at += at + 1 < asked.size() && asked.get(at) != finding && asked.get(at + 1) == finding ? 1 : 0;
                    boolean known = at < asked.size() && asked.get(at) == finding;
                    answers[i] = known ? answered[at++] : read.test(finding);
                    if (answers[i]) {
                        chosen.add(finding);
                    }
                }
                asked = findings;
                answered = answers;
                wanted = chosen;
            }
            return wanted;
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

    /** The findings of the rules that read no findings, as far as another rule may want them. */
    List<Finding> wanted(Predicate<Finding> read) {
        List<Finding> wanted = new ArrayList<>();
        for (OfRule rule : rules) {
            if (rule != null && !rule.second) {
                wanted.addAll(rule.wanted(budget.reports(), read));
            }
        }
        return wanted;
    }

    List<Finding> all() {
        List<Finding> all = new ArrayList<>();
        for (OfRule rule : rules) {
            if (rule != null) {
                all.addAll(rule.findings(budget.reports()));
            }
        }
        return all;
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
        of(match).put(match, fired.reported(number(match)));
    }

    @Override
    public void onDeleteMatch(Match match) {
        of(match).remove(match);
    }

    private OfRule of(Match match) {
        int number = number(match);
        OfRule known = rules[number];
        if (known == null) {
            known = new OfRule(
                    keys.get(number), RuleModel.SECOND.equals(((RuleImpl) match.getRule()).getAgendaGroup()));
            rules[number] = known;
        }
        return known;
    }

    /** The number of the rule in the build, which is its name there. */
    private static int number(Match match) {
        return Integer.parseInt(match.getRule().getName().substring(1));
    }
}
