package milepost.foresight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import milepost.facts.Problem;
import milepost.facts.Snapshot;
import milepost.flags.life.Flag;
import milepost.roadmap.WhatIf;
import milepost.roadmap.fact.Edit;
import milepost.rules.Ruleset;
import milepost.rules.engine.report.Outcome;

/**
 * Finds what would clear a flag by trying it: every suggestion has been carried out on a copy, evaluated, and seen to clear the
 * flag and to raise no other.
 */
public final class Clearing {
    private static final int MOST = 4;

    private final Ruleset rules;
    private final Snapshot snapshot;
    private final LocalDate today;
    private final Instant now;
    private final TreeSet<String> before;

    /** On a roadmap as it stands today. */
    public Clearing(Ruleset rules, Snapshot snapshot, LocalDate today, Instant now) {
        this.rules = rules;
        this.snapshot = snapshot;
        this.today = today;
        this.now = now;
        this.before = found(snapshot).orElseGet(TreeSet::new);
    }

    /** The smallest edits that clear the flag, at most four, the likeliest first; pairs only where no single edit does. */
    public List<Suggestion> of(Flag flag) {
        String wanted = flag.rule() + " " + flag.kind() + " " + flag.subject();
        if (!before.contains(wanted)) {
            return List.of();
        }
        List<Suggestion> found = new ArrayList<>();
        List<Attempt.Once> single = new ArrayList<>();
        for (Attempt attempt : Attempts.of(snapshot, flag, today)) {
            Attempt.Once once =
                    attempt instanceof Attempt.Smallest row ? smallest(row, wanted) : (Attempt.Once) attempt;
            single.add(once);
            tried(List.of(once), wanted).ifPresent(found::add);
            if (found.size() == MOST) {
                return found;
            }
        }
        return found.isEmpty() ? pairs(single, wanted) : found;
    }

    private List<Suggestion> pairs(List<Attempt.Once> single, String wanted) {
        List<Suggestion> found = new ArrayList<>();
        for (int i = 0; i < single.size() && found.size() < MOST; i++) {
            for (int j = i + 1; j < single.size() && found.size() < MOST; j++) {
                if (Attempt.apart(single.get(i), single.get(j))) {
                    tried(List.of(single.get(i), single.get(j)), wanted).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /** The first of the row that works, found by halving; the row itself is tried, nothing is concluded from words. */
    private Attempt.Once smallest(Attempt.Smallest row, String wanted) {
        int low = 0;
        int high = row.steps() - 1;
        if (high < 0 || !clears(row.step().apply(high), wanted)) {
            return row.step().apply(0);
        }
        while (low < high) {
            int middle = (low + high) / 2;
            if (clears(row.step().apply(middle), wanted)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return row.step().apply(low);
    }

    private boolean clears(Attempt.Once once, String wanted) {
        return tried(List.of(once), wanted).isPresent();
    }

    private Optional<Suggestion> tried(List<Attempt.Once> attempts, String wanted) {
        List<Edit> edits = attempts.stream().map(Attempt.Once::edit).toList();
        Optional<TreeSet<String>> after;
        try {
            after = found(WhatIf.of(snapshot, edits, now));
        } catch (Problem refused) {
            return Optional.empty();
        }
        if (after.isEmpty() || after.get().contains(wanted) || !before.containsAll(after.get())) {
            return Optional.empty();
        }
        TreeSet<String> others = new TreeSet<>(before);
        others.removeAll(after.get());
        others.remove(wanted);
        List<Suggestion.Step> steps = attempts.stream()
                .map(once -> new Suggestion.Step(once.text(), once.edit()))
                .toList();
        return Optional.of(new Suggestion(steps, List.copyOf(others)));
    }

    /** Empty when the rules could not all be evaluated: then nothing is proven. */
    private Optional<TreeSet<String>> found(Snapshot on) {
        if (!(rules.evaluate(on, today) instanceof Outcome.Complete complete)
                || !complete.setAside().isEmpty()) {
            return Optional.empty();
        }
        TreeSet<String> keys = new TreeSet<>();
        complete.findings().forEach(f -> keys.add(f.rule() + " " + f.kind() + " " + f.subject()));
        return Optional.of(keys);
    }
}
