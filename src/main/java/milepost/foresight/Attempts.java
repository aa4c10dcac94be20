package milepost.foresight;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import milepost.facts.Dependency;
import milepost.facts.Evidence;
import milepost.facts.Indicator;
import milepost.facts.Observation;
import milepost.facts.Participant;
import milepost.facts.ProgressUpdate;
import milepost.facts.Recorded;
import milepost.facts.Restriction;
import milepost.facts.Snapshot;
import milepost.facts.SubjectKind;
import milepost.flags.life.Flag;
import milepost.roadmap.fact.Edit;

/** What might clear a flag: edits of the facts and fields that its evidence names, the likeliest first. */
final class Attempts {
    private final Snapshot snapshot;
    private final Flag flag;
    private final LocalDate today;
    private final List<Attempt> attempts = new ArrayList<>();

    private Attempts(Snapshot snapshot, Flag flag, LocalDate today) {
        this.snapshot = snapshot;
        this.flag = flag;
        this.today = today;
    }

    static List<Attempt> of(Snapshot snapshot, Flag flag, LocalDate today) {
        Attempts all = new Attempts(snapshot, flag, today);
        all.milestones();
        all.reports();
        all.observations();
        all.others();
        return all.attempts;
    }

    private void milestones() {
        Set<String> keys = new LinkedHashSet<>(named("Milestone"));
        if (flag.kind() == SubjectKind.MILESTONE) {
            keys.add(flag.subject());
        }
        for (String key : keys) {
            Set<String> fields = new LinkedHashSet<>();
            flag.evidence().stream()
                    .filter(e -> e.fact().equals("Milestone") && key.equals(e.key()))
                    .forEach(e -> fields.add(e.field()));
            snapshot.findMilestone(key).ifPresent(m -> attempts.addAll(new MilestoneAttempts(m, today).of(fields)));
        }
        if (missing("Milestone")) {
            snapshot.milestones().stream()
                    .filter(m -> m.open() && m.due() == null && !keys.contains(m.key()))
                    .forEach(m -> attempts.add(new MilestoneAttempts(m, today).dated()));
        }
    }

    private void reports() {
        if (mentions("ProgressUpdate") && flag.kind() == SubjectKind.MILESTONE) {
            ProgressUpdate report = new ProgressUpdate(
                    fresh("report"), flag.subject(), today, null, null, "How it stands", null, unsaved());
            once("Report how " + flag.subject() + " stands", new Edit.Put(report));
        }
    }

    private void observations() {
        if (!mentions("Observation")) {
            return;
        }
        Set<String> keys = new LinkedHashSet<>(named("Indicator"));
        boolean any = keys.isEmpty();
        for (Indicator indicator : snapshot.indicators()) {
            if (any || keys.contains(indicator.key())) {
                BigDecimal value = Objects.requireNonNullElse(indicator.target(), BigDecimal.ONE);
                Observation seen = new Observation(
                        fresh(indicator.key()),
                        indicator.key(),
                        milepost.facts.TargetDate.day(today),
                        value,
                        null,
                        null,
                        unsaved());
                String what = indicator.target() == null
                        ? "Record a value of " + indicator.title()
                        : "Record " + value + " " + indicator.unit() + " of " + indicator.title();
                once(what, new Edit.Put(seen));
            }
        }
    }

    private void others() {
        Set<String> milestones = named("Milestone");
        for (Dependency d : snapshot.dependencies()) {
            if (mentions("Dependency") && milestones.contains(d.predecessor()) && milestones.contains(d.successor())) {
                String key = d.predecessor() + ">" + d.successor();
                once(
                        "Remove the dependency of " + d.successor() + " on " + d.predecessor(),
                        new Edit.Removal(Dependency.class, key, d.recorded().version()));
            }
        }
        for (Participant p : snapshot.participants()) {
            if (named("Participant").contains(p.key())) {
                once(
                        "Go on without " + p.name() + " in " + p.milestone(),
                        new Edit.Removal(
                                Participant.class, p.key(), p.recorded().version()));
            }
        }
        for (Restriction r : snapshot.restrictions()) {
            if (named("Restriction").contains(r.key())) {
                once("Record that " + r.title() + " has ended", new Edit.Put(ended(r)));
            }
        }
    }

    private Restriction ended(Restriction r) {
        return new Restriction(
                r.key(),
                r.title(),
                r.kind(),
                r.imposedBy(),
                r.targets(),
                r.sector(),
                r.from(),
                today.minusDays(1),
                r.note(),
                r.source(),
                r.recorded());
    }

    private void once(String text, Edit edit) {
        attempts.add(new Attempt.Once(text, edit));
    }

    private Set<String> named(String fact) {
        Set<String> keys = new LinkedHashSet<>();
        for (Evidence e : flag.evidence()) {
            if (e.fact().equals(fact) && e.key() != null) {
                keys.add(e.key());
            }
        }
        return keys;
    }

    private boolean mentions(String fact) {
        return flag.evidence().stream().anyMatch(e -> e.fact().equals(fact));
    }

    private boolean missing(String fact) {
        return flag.evidence().stream().anyMatch(e -> e.fact().equals(fact) && e.key() == null);
    }

    private String fresh(String begin) {
        return begin + "-" + flag.subject() + "-" + today;
    }

    private static Recorded unsaved() {
        return new Recorded(0, java.time.Instant.EPOCH, "");
    }
}
