package milepost.rules.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import milepost.facts.Dependency;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Observation;
import milepost.facts.Participant;
import milepost.facts.Precision;
import milepost.facts.ProgressUpdate;
import milepost.facts.Restriction;
import milepost.facts.RestrictionKind;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.facts.Status;

/** The shipped rules as a programmer would write them in Java, with hash tables for the joins: what there is to measure against. */
final class HandWritten {
    private record Key(String rule, String subject) {}

    private final Snapshot snapshot;
    private final LocalDate today;
    private final Map<Key, Set<String>> messages = new HashMap<>();
    private final Map<Key, Severity> severities = new HashMap<>();
    private final Map<String, Milestone> milestones = new HashMap<>();
    private final Map<String, Indicator> indicators = new HashMap<>();
    private final Map<String, List<Observation>> observations = new HashMap<>();
    private final Map<String, List<ProgressUpdate>> updates = new HashMap<>();

    private HandWritten(Snapshot snapshot, LocalDate today) {
        this.snapshot = snapshot;
        this.today = today;
        snapshot.milestones().forEach(m -> milestones.put(m.key(), m));
        snapshot.indicators().forEach(i -> indicators.put(i.key(), i));
        snapshot.observations().stream()
                .filter(o -> o.date() == null || !o.date().first().isAfter(today))
                .forEach(o -> observations
                        .computeIfAbsent(o.indicator(), k -> new ArrayList<>())
                        .add(o));
        snapshot.updates().stream()
                .filter(u -> !u.date().isAfter(today))
                .forEach(u -> updates.computeIfAbsent(u.milestone(), k -> new ArrayList<>())
                        .add(u));
    }

    /** Findings as {@code rule subject SEVERITY: message}, ordered. */
    static List<String> evaluate(Snapshot snapshot, LocalDate today) {
        return new HandWritten(snapshot, today).run();
    }

    private List<String> run() {
        snapshot.milestones().forEach(this::milestone);
        snapshot.dependencies().forEach(this::dependency);
        snapshot.participants().forEach(this::participant);
        snapshot.indicators().forEach(this::indicator);
        stages();
        roadmap();
        return messages.entrySet().stream()
                .map(e -> e.getKey().rule() + " " + e.getKey().subject() + " " + severities.get(e.getKey()) + ": "
                        + String.join("; ", e.getValue()))
                .sorted()
                .toList();
    }

    private void report(String rule, String subject, Severity severity, String message) {
        Key key = new Key(rule, subject);
        messages.computeIfAbsent(key, k -> new TreeSet<>()).add(message);
        severities.merge(key, severity, (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    private void milestone(Milestone m) {
        if (m.status() == Status.DONE && m.evidence().isEmpty()) {
            report(
                    "evidence/done-without-evidence",
                    m.key(),
                    Severity.MEDIUM,
                    m.title() + " is marked done and has no evidence");
        }
        if (m.status() == Status.BLOCKED) {
            report("plan/blocked", m.key(), Severity.HIGH, m.title() + " is reported as blocked");
        }
        if (m.open()) {
            plan(m);
            if (m.due() != null) {
                schedule(m);
            }
            reports(m);
            needs(m);
        }
    }

    private void plan(Milestone m) {
        if (m.owner() == null) {
            report("plan/no-owner", m.key(), Severity.MEDIUM, "Nobody is recorded as the owner of " + m.title());
        }
        if (m.due() == null) {
            report("plan/no-due-date", m.key(), Severity.MEDIUM, "No due date is recorded for " + m.title());
        } else if (m.due().precision() == Precision.YEAR
                && !m.due().first().isAfter(today)
                && !m.due().last().isBefore(today)) {
            report(
                    "plan/due-only-to-the-year",
                    m.key(),
                    Severity.LOW,
                    "Due in " + m.due() + " with no month or day; late only after "
                            + m.due().last());
        }
        if (m.progress() != null && m.progress() > 0 && m.start() == null) {
            report(
                    "evidence/progress-without-start",
                    m.key(),
                    Severity.LOW,
                    m.progress() + " % done and no start is recorded");
        }
    }

    private void schedule(Milestone m) {
        LocalDate last = m.due().last();
        if (last.isBefore(today)) {
            report(
                    "schedule/deadline-missed",
                    m.key(),
                    Severity.CRITICAL,
                    "Due " + m.due() + ", " + m.due().daysBefore(today) + " days ago");
        } else {
            ahead(m, last);
        }
        if (m.baseline() != null && m.slips() < 3 && last.isAfter(m.baseline().last())) {
            report(
                    "schedule/slipped",
                    m.key(),
                    Severity.LOW,
                    "Due " + m.due() + ", " + m.baseline().daysBefore(last) + " days after the first promise "
                            + m.baseline());
        }
        if (m.baseline() != null && m.slips() >= 3) {
            report(
                    "schedule/third-slip",
                    m.key(),
                    Severity.HIGH,
                    "Moved " + m.slips() + " times; due " + m.due() + ", first promised for " + m.baseline());
        }
    }

    private void ahead(Milestone m, LocalDate last) {
        if (m.forecast() != null && m.forecast().last().isAfter(last)) {
            report(
                    "schedule/forecast-after-due",
                    m.key(),
                    Severity.HIGH,
                    "Forecast " + m.forecast() + " is "
                            + m.due().daysBefore(m.forecast().last()) + " days after the due date " + m.due());
        }
        boolean none = m.progress() == null || m.progress() == 0;
        if (none && !last.isAfter(today.plusDays(30))) {
            report(
                    "schedule/due-soon-no-progress",
                    m.key(),
                    Severity.HIGH,
                    "Due " + m.due() + ", in " + m.due().daysAfter(today) + " days, with no progress recorded");
        }
        Integer expected = m.expectedProgress(today);
        if (m.progress() != null
                && (!none || last.isAfter(today.plusDays(30)))
                && expected != null
                && !last.isAfter(today.plusDays(60))
                && m.progress() + 10 < expected) {
            report(
                    "schedule/behind-straight-line",
                    m.key(),
                    Severity.MEDIUM,
                    m.progress() + " % done where an even pace would be at " + expected + " %; due " + m.due());
        }
    }

    private void reports(Milestone m) {
        List<ProgressUpdate> own = updates.getOrDefault(m.key(), List.of());
        if (own.isEmpty() && m.start() != null && m.start().last().isBefore(today.minusDays(90))) {
            report(
                    "evidence/never-reported",
                    m.key(),
                    Severity.MEDIUM,
                    "Start " + m.start() + ", and no report has been recorded");
        }
        LocalDate latest =
                own.stream().map(ProgressUpdate::date).max(LocalDate::compareTo).orElse(today);
        if (latest.isBefore(today.minusDays(90))) {
            boolean near = m.due() != null && m.due().last().isBefore(today.plusDays(61));
            report(
                    "evidence/report-stale",
                    m.key(),
                    near ? Severity.HIGH : Severity.MEDIUM,
                    "No report since " + latest + (m.due() == null ? "" : "; due " + m.due()));
        }
    }

    private void needs(Milestone m) {
        for (String needed : m.requires()) {
            Indicator indicator = indicators.get(needed);
            if (indicator != null && !observations.containsKey(needed)) {
                report(
                        "capacity/required-value-missing",
                        m.key(),
                        Severity.HIGH,
                        "Requires " + indicator.title() + ", which has no recorded value");
            }
        }
    }

    private void dependency(Dependency d) {
        Milestone p = milestones.get(d.predecessor());
        Milestone m = milestones.get(d.successor());
        if (p == null || m == null || !p.open()) {
            return;
        }
        boolean late = p.due() != null && p.due().last().isBefore(today);
        if (m.open() && (late || p.status() == Status.BLOCKED)) {
            String how = p.status() == Status.BLOCKED ? "blocked" : "late: due " + p.due();
            report(
                    "dependency/predecessor-late",
                    m.key(),
                    Severity.MEDIUM,
                    "Waits for " + p.key() + ", which is " + how);
        }
        if (m.status() == Status.IN_PROGRESS) {
            report(
                    "dependency/started-early",
                    m.key(),
                    Severity.MEDIUM,
                    "In progress while " + p.key() + " is not done");
        }
        if (m.open()
                && p.due() != null
                && m.due() != null
                && m.due().last().isBefore(p.due().last().plusDays(d.lagDays()))) {
            String lag = d.lagDays() == 0 ? "" : " and the " + d.lagDays() + " days between them have passed";
            report(
                    "dependency/successor-before-predecessor",
                    m.key(),
                    Severity.HIGH,
                    "Due " + m.due() + ", before its predecessor " + p.key() + " is due (" + p.due() + ")" + lag);
        }
    }

    private void participant(Participant p) {
        Milestone m = milestones.get(p.milestone());
        if (m == null || !m.open()) {
            return;
        }
        String home = snapshot.roadmap().home();
        for (Restriction r : snapshot.restrictions()) {
            if (r.inForce(today) && (r.sector() == null || r.sector().equals(p.sector()))) {
                restricted(p, m, r, home);
            }
        }
    }

    private void restricted(Participant p, Milestone m, Restriction r, String home) {
        String other = p.jurisdiction();
        if (r.kind() == RestrictionKind.EXPORT_CONTROL
                && p.sector() != null
                && r.targets().contains(home)
                && (other.equals(home) || r.imposedBy().contains(other))) {
            report(
                    "exposure/export-control",
                    m.key(),
                    Severity.HIGH,
                    "Needs " + p.sector() + " with " + p.name() + "; " + r.title() + " is in force against " + home);
        }
        if (other.equals(home)) {
            return;
        }
        boolean between = (r.imposedBy().contains(other) && r.targets().contains(home))
                || (r.imposedBy().contains(home) && r.targets().contains(other));
        String text = p.name() + " (" + other + "): " + r.title() + " in force between " + other + " and " + home;
        if (between && r.kind() == RestrictionKind.SANCTION) {
            report("exposure/sanction", m.key(), Severity.HIGH, text);
        }
        if (between && r.kind() == RestrictionKind.TARIFF) {
            report("exposure/tariff", m.key(), Severity.MEDIUM, text);
        }
        if (r.kind() == RestrictionKind.SANCTION
                && r.targets().contains(other)
                && !r.imposedBy().contains(home)) {
            report(
                    "exposure/participant-targeted",
                    m.key(),
                    Severity.MEDIUM,
                    p.name() + " (" + other + ") is under " + r.title());
        }
    }

    private void indicator(Indicator i) {
        List<Observation> dated = observations.getOrDefault(i.key(), List.of()).stream()
                .filter(o -> o.date() != null)
                .toList();
        LocalDate last = dated.stream()
                .map(o -> o.date().last())
                .max(LocalDate::compareTo)
                .orElse(today);
        for (Observation o : dated) {
            if (!o.date().last().equals(last)) {
                continue;
            }
            if (i.target() != null && o.value().compareTo(i.target()) < 0) {
                report(
                        "capacity/below-target",
                        i.key(),
                        Severity.MEDIUM,
                        o.value() + " " + i.unit() + " on " + o.date() + ", target " + i.target() + " " + i.unit());
            }
            if (last.isBefore(today.minusYears(1))) {
                report(
                        "evidence/indicator-stale",
                        i.key(),
                        Severity.LOW,
                        "Last value " + o.value() + " " + i.unit() + " is from " + o.date());
            }
        }
    }

    private void stages() {
        Set<String> dated = snapshot.milestones().stream()
                .filter(m -> m.stage() != null && (m.status() == Status.DONE || (m.open() && m.due() != null)))
                .map(Milestone::stage)
                .collect(Collectors.toCollection(HashSet::new));
        snapshot.indicators().stream()
                .filter(i -> i.stage() != null && observations.containsKey(i.key()))
                .forEach(i -> dated.add(i.stage()));
        Map<String, String> after = new HashMap<>();
        snapshot.stages().stream()
                .filter(s -> s.next() != null && !dated.contains(s.next()))
                .forEach(s -> after.put(s.name(), s.next()));
        for (Milestone m : snapshot.milestones()) {
            String next = m.stage() == null || !m.open() ? null : after.get(m.stage());
            if (next != null) {
                report(
                        "capacity/nothing-after-it",
                        m.key(),
                        Severity.MEDIUM,
                        "Planned at " + m.stage() + ", while " + next
                                + " after it has no dated milestone and no recorded value");
            }
        }
    }

    private void roadmap() {
        String key = snapshot.roadmap().key();
        String title = snapshot.roadmap().title();
        if (snapshot.milestones().isEmpty()) {
            report("plan/no-milestones", key, Severity.LOW, "No milestone is recorded for " + title);
        }
        long critical =
                severities.values().stream().filter(s -> s == Severity.CRITICAL).count();
        if (critical > 0) {
            String text = critical == 1 ? " critical finding" : " critical findings";
            report("plan/off-track", key, Severity.HIGH, critical + text + " on " + title);
        }
    }
}
