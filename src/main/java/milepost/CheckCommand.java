package milepost;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import milepost.facts.Finding;
import milepost.facts.Problem;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.rules.Ruleset;
import milepost.rules.engine.Outcome;
import milepost.rules.engine.RuleFailure;
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
            String status,
            List<Finding> findings,
            List<RuleFailure> setAside) {}

    @Mixin
    private Settings settings = new Settings();

    @Mixin
    private Output output = new Output();

    @Option(names = "--roadmap", paramLabel = "KEY", description = "Only this roadmap. Default: all.")
    private @Nullable String roadmap;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day to look at. Default: today.")
    private @Nullable LocalDate asOf;

    @Option(names = "--known-at", paramLabel = "INSTANT", description = "What was recorded then. Default: now.")
    private @Nullable Instant knownAt;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "Exit status 1 only from this severity on. Default: LOW.")
    private Severity failOn = Severity.LOW;

    @Override
    public Integer call() {
        try (App app = settings.openExisting()) {
            Ruleset rules = app.asked();
            List<Snapshot> snapshots = snapshots(app);
            Progress progress = Progress.of("Checking roadmaps", snapshots.size());
            List<Report> reports = snapshots.stream()
                    .map(snapshot -> report(app, rules, snapshot))
                    .peek(report -> progress.step())
                    .toList();
            if (output.json()) {
                Output.print(roadmap == null ? reports : reports.get(0));
            } else if (reports.isEmpty()) {
                System.out.println("There are no roadmaps to check.");
            }
            return reports.stream().anyMatch(this::bad) ? 1 : 0;
        }
    }

    private List<Snapshot> snapshots(App app) {
        if (roadmap == null) {
            return app.roadmaps().list().stream()
                    .flatMap(summary ->
                            app.roadmaps().findSnapshot(summary.roadmap().key(), knownAt).stream())
                    .toList();
        }
        String when = knownAt == null ? "." : " recorded at " + knownAt + ".";
        return List.of(app.roadmaps()
                .findSnapshot(roadmap, knownAt)
                .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no roadmap " + roadmap + when)));
    }

    private Report report(App app, Ruleset rules, Snapshot snapshot) {
        String key = snapshot.roadmap().key();
        Instant now = app.clock().instant();
        LocalDate day =
                asOf != null ? asOf : now.atZone(snapshot.roadmap().zone()).toLocalDate();
        Outcome outcome = rules.evaluate(snapshot, day).without(rules.shadows());
        List<Finding> findings = outcome instanceof Outcome.Complete complete ? complete.findings() : List.of();
        if (!output.json()) {
            print(key, day, outcome);
        }
        return new Report(
                key,
                day,
                knownAt == null ? now : knownAt,
                rules.version(),
                outcome instanceof Outcome.Complete ? "COMPLETE" : "FAILED",
                findings,
                outcome instanceof Outcome.Complete complete ? complete.setAside() : List.of());
    }

    private boolean bad(Report report) {
        return !report.status().equals("COMPLETE")
                || report.findings().stream().anyMatch(f -> f.severity().compareTo(failOn) >= 0);
    }

    private static void print(String key, LocalDate day, Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            System.out.println(key + " as of " + day + ": the rules could not be evaluated: " + failed.reason());
            return;
        }
        Outcome.Complete complete = (Outcome.Complete) outcome;
        System.out.println(key + " as of " + day + ": " + complete.findings().size() + " findings");
        complete.findings().stream()
                .sorted(java.util.Comparator.comparing(Finding::severity).reversed())
                .forEach(f ->
                        System.out.printf("  %-8s %-6s %s (%s)%n", f.severity(), f.subject(), f.message(), f.rule()));
        complete.setAside().forEach(f -> System.out.println("  rule " + f.rule() + " failed: " + f.reason()));
    }
}
