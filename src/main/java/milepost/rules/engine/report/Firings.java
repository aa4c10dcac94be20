package milepost.rules.engine.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import milepost.facts.Finding;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.Match;
import org.kie.internal.event.rule.RuleEventListener;

/** Follows the matches of a session that lasts, so that a report goes when its match does. */
public final class Firings implements RuleEventListener {

    /** One match and what it has reported. */
    private static final class Firing {
        private final List<Slot> slots = new ArrayList<>(1);
        private @Nullable Reports reports;
        private @Nullable Candidate candidate;
        private int made;

        void report(Reports to, Finding finding) {
            reports = to;
            Slot before = made < slots.size() ? slots.get(made) : null;
            if (before == null) {
                slots.add(to.add(finding));
            } else if (before.report().subject().equals(finding.subject())
                    && before.report().kind() == finding.kind()) {
                to.replace(before, finding);
            } else {
                to.remove(before);
                slots.set(made, to.add(finding));
            }
            made++;
        }

        /** What it reported before and does not report now is gone. */
        void cut() {
            while (reports != null && slots.size() > made) {
                reports.remove(slots.remove(slots.size() - 1));
            }
        }
    }

    private final Map<Match, Firing> firings = new IdentityHashMap<>();
    private final Map<Integer, DatedReports> dated = new HashMap<>();
    private Firing current = new Firing();
    private int fired;

    /** How often a rule has fired since the session began. */
    int fired() {
        return fired;
    }

    void report(Reports to, Finding finding) {
        current.report(to, finding);
    }

    /** The match is a finding on some days; one that has fired before has said so before. */
    void candidate(Candidate candidate) {
        forget(current);
        current.candidate = candidate;
        dated(candidate).add(candidate);
    }

    /** What is known of a rule that asks for the day. */
    public DatedReports dated(int rule) {
        return dated.computeIfAbsent(rule, number -> new DatedReports());
    }

    private DatedReports dated(Candidate candidate) {
        return dated(candidate.rule().action().number());
    }

    private void forget(Firing firing) {
        Candidate before = firing.candidate;
        if (before != null) {
            dated(before).remove(before);
        }
    }

    @Override
    public void onBeforeMatchFire(Match match) {
        fired++;
        current = firings.computeIfAbsent(match, m -> new Firing());
        current.made = 0;
    }

    @Override
    public void onAfterMatchFire(Match match) {
        current.cut();
    }

    @Override
    public void onDeleteMatch(Match match) {
        Firing gone = firings.remove(match);
        if (gone != null) {
            forget(gone);
            gone.made = 0;
            gone.cut();
        }
    }
}
