package milepost.rules.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import milepost.facts.Finding;
import milepost.facts.Snapshot;
import milepost.rules.Compilation;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import milepost.rules.engine.GeneratedRoadmap;
import milepost.rules.engine.PlainDrools;
import milepost.rules.engine.report.Outcome;
import milepost.rules.language.RuleFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One fresh evaluation of the shipped rules: ours, Drools' generated code, and plain Java; all three find the same. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class EvaluationBenchmark {
    private static final List<RuleFile> FILES =
            RuleFolder.read(Path.of("rules")).rules();

    @Param({"200", "20000"})
    int milestones;

    private Snapshot roadmap;
    private Ruleset ours;
    private PlainDrools generated;

    /** Compiles all three and proves that they agree. */
    @Setup(Level.Trial)
    public void compile() {
        roadmap = GeneratedRoadmap.of(7, milestones);
        ours = Ruleset.compile(FILES).ruleset();
        generated = PlainDrools.compile(FILES, ours.rules());
        List<String> expected = handWritten();
        same("ours", expected, texts(((Outcome.Complete) ours()).findings()));
        same("generated", expected, texts(generated()));
    }

    @Benchmark
    public Outcome ours() {
        return ours.evaluate(roadmap, GeneratedRoadmap.TODAY);
    }

    @Benchmark
    public List<Finding> generated() {
        return generated.evaluateInOneSession(roadmap, GeneratedRoadmap.TODAY);
    }

    @Benchmark
    public List<String> handWritten() {
        return HandWritten.evaluate(roadmap, GeneratedRoadmap.TODAY);
    }

    private static List<String> texts(List<Finding> findings) {
        return findings.stream()
                .map(f -> f.rule() + " " + f.subject() + " " + f.severity() + ": " + f.message())
                .sorted()
                .toList();
    }

    private static void same(String who, List<String> expected, List<String> found) {
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            String one = i < expected.size() ? expected.get(i) : "nothing";
            String other = i < found.size() ? found.get(i) : "nothing";
            if (!one.equals(other)) {
                throw new IllegalStateException("by hand: " + one + "\n" + who + ": " + other);
            }
        }
    }

    /** From rule texts to a ruleset. */
    @State(Scope.Benchmark)
    public static class Compile {

        @Benchmark
        @BenchmarkMode(Mode.AverageTime)
        @OutputTimeUnit(TimeUnit.MILLISECONDS)
        @Fork(2)
        @Warmup(iterations = 4, time = 2)
        @Measurement(iterations = 5, time = 2)
        public Compilation shippedRules() {
            return Ruleset.compile(FILES);
        }
    }
}
