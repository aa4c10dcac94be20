package milepost;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import milepost.facts.Finding;
import milepost.facts.Reach;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.rules.book.InForce;
import milepost.rules.engine.report.Outcome;
import milepost.rules.engine.run.RuleFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Evaluates roadmaps and prints what the rules find; writes nothing. */
@Command(
        name = "check",
        description = "Evaluates roadmaps and prints what the rules find; writes nothing.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    /** One roadmap's part of the JSON output. */
    record Report(
            String roadmap,
            LocalDate asOf,
            Instant knownAt,
            String ruleset,
            @Nullable Long rulesetVersion,
            @Nullable Instant rulesetPublished,
            String status,
            List<Finding> findings,
            List<RuleFailure> setAside) {}

    @Mixin
    private Settings settings = new Settings();

    @Mixin
    private Output output = new Output();

    @Option(names = "--roadmap", paramLabel = "KEY", description = "Only this roadmap. Default: all.")
    private @Nullable String roadmap;

    @Mixin
    private TwoTimes times = new TwoTimes();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "Exit status 1 only from this severity on. Default: LOW.")
    private Severity failOn = Severity.LOW;

    @Override
    public Integer call() {
        try (App app = settings.openExisting()) {
            Instant now = app.clock().instant();
            Instant knownAt = times.knownAt(now);
            List<Snapshot> snapshots = snapshots(app, knownAt);
            Progress progress = Progress.of("Checking roadmaps", snapshots.size());
            List<Report> reports = snapshots.stream()
                    .map(snapshot -> report(app, snapshot, now, knownAt))
                    .peek(report -> progress.step())
                    .toList();
            if (output.json()) {
                Output.print(roadmap == null ? reports : reports.get(0));
            } else if (reports.isEmpty()) {
                System.out.println(
                        knownAt == null
                                ? "There are no roadmaps to check."
                                : "No roadmap was recorded at " + knownAt + "; there is nothing to check.");
            }
            return reports.stream().anyMatch(this::bad) ? 1 : 0;
        }
    }

    private List<Snapshot> snapshots(App app, @Nullable Instant knownAt) {
        String key = roadmap;
        if (key == null) {
            return app.roadmaps().keys(Reach.EVERYTHING).stream()
                    .flatMap(any -> app.roadmaps().findSnapshot(any, knownAt).stream())
                    .toList();
        }
        return List.of(TwoTimes.snapshot(app, key, knownAt));
    }

    /** What judges a roadmap: the rules of a folder have neither number nor date. */
    private static InForce rules(App app, String key, @Nullable Instant knownAt) {
        return app.findNamed()
                .map(named -> new InForce(0, null, false, named))
                .orElseGet(() -> knownAt == null
                        ? app.rulebook().inForce()
                        : app.archive().rules(key, knownAt));
    }

    private Report report(App app, Snapshot snapshot, Instant now, @Nullable Instant knownAt) {
        String key = snapshot.roadmap().key();
        LocalDate day = times.day(snapshot.roadmap().zone(), now);
        InForce rules = rules(app, key, knownAt);
        Outcome outcome =
                rules.ruleset().evaluate(snapshot, day).without(rules.ruleset().shadows());
        if (!output.json()) {
            print(key, day, outcome, rules);
        }
        Outcome.Complete complete = outcome instanceof Outcome.Complete c ? c : null;
        return new Report(
                key,
                day,
                knownAt == null ? now : knownAt,
                rules.ruleset().version(),
                rules.number() == 0 ? null : rules.number(),
                rules.published(),
                complete == null ? "FAILED" : "COMPLETE",
                complete == null ? List.of() : complete.findings(),
                complete == null ? List.of() : complete.setAside());
    }

    private boolean bad(Report report) {
        return !report.status().equals("COMPLETE")
                || report.findings().stream().anyMatch(f -> f.severity().compareTo(failOn) >= 0);
    }

    private static void print(String key, LocalDate day, Outcome outcome, InForce rules) {
        if (outcome instanceof Outcome.Failed failed) {
            System.out.println(key + " as of " + day + ": the rules could not be evaluated: " + failed.reason());
            return;
        }
        Outcome.Complete complete = (Outcome.Complete) outcome;
        System.out.println(key + " as of " + day + ": " + complete.findings().size() + " findings");
        System.out.println("  judged by " + rules.sentence());
        complete.findings().stream()
                .sorted(java.util.Comparator.comparing(Finding::severity).reversed())
                .forEach(f ->
                        System.out.printf("  %-8s %-6s %s (%s)%n", f.severity(), f.subject(), f.message(), f.rule()));
        complete.setAside().forEach(f -> System.out.println("  rule " + f.rule() + " failed: " + f.reason()));
    }
}
