package milepost.rules.engine.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import milepost.facts.AsOf;
import milepost.facts.Finding;
import milepost.facts.Severity;
import milepost.rules.engine.run.FactOrder;

/** All matches of a rule that asks for the day, and what they amount to on one. */
public final class DatedReports {
    private final List<Candidate> candidates = new ArrayList<>();
    private boolean inOrder = true;
    private List<Candidate> active = List.of();
    private List<Severity> severities = List.of();
    private List<Sighting> sightings = List.of();

    void add(Candidate candidate) {
        candidates.add(candidate);
        inOrder = false;
    }

    void remove(Candidate candidate) {
        candidates.removeIf(each -> each == candidate);
    }

    /** Ordered by subject; the very list of the day before when nothing has come, gone or changed its severity. */
    public List<Sighting> on(LocalDate day) {
        if (!inOrder) {
            candidates.sort((a, b) -> FactOrder.FINDINGS.compare(a.bare(), b.bare()));
            inOrder = true;
        }
        AsOf asOf = new AsOf(day);
        long epoch = day.toEpochDay();
        List<Candidate> now = new ArrayList<>(active.size());
        List<Severity> severe = new ArrayList<>(active.size());
        for (Candidate candidate : candidates) {
            if (candidate.holds(epoch, asOf)) {
                now.add(candidate);
                severe.add(candidate.severity(asOf));
            }
        }
        if (!same(now, severe)) {
            active = now;
            severities = severe;
            sightings = sightings();
        }
        return sightings;
    }

    public int active() {
        return active.size();
    }

    private boolean same(List<Candidate> now, List<Severity> severe) {
        boolean same = now.size() == active.size();
        for (int i = 0; same && i < now.size(); i++) {
            same = now.get(i) == active.get(i) && severe.get(i) == severities.get(i);
        }
        return same;
    }

    private List<Sighting> sightings() {
        List<Sighting> merged = new ArrayList<>(active.size());
        int from = 0;
        for (int i = 1; i <= active.size(); i++) {
            if (i == active.size()
                    || FactOrder.FINDINGS.compare(
                                    active.get(from).bare(), active.get(i).bare())
                            != 0) {
                Severity worst = severities.subList(from, i).stream()
                        .max(Severity::compareTo)
                        .orElseThrow();
                merged.add(new Sighting(
                        withSeverity(active.get(from).bare(), worst), List.copyOf(active.subList(from, i))));
                from = i;
            }
        }
        return merged;
    }

    private static Finding withSeverity(Finding bare, Severity severity) {
        return bare.severity() == severity
                ? bare
                : new Finding(bare.rule(), bare.kind(), bare.subject(), severity, "", List.of());
    }
}
