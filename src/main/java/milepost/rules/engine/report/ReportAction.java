package milepost.rules.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import milepost.facts.Finding;
import milepost.facts.Severity;
import milepost.rules.engine.condition.EvidenceSource;
import milepost.rules.engine.run.RuleFault;
import milepost.rules.engine.value.Eval;
import milepost.rules.engine.value.RuleNames;
import milepost.rules.language.Expr;
import milepost.rules.language.RuleTree;
import milepost.rules.language.Statement;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/** The consequence of one rule: it hands one report to the collector of the evaluation. */
public final class ReportAction {

    private interface Step {
        void run(@Nullable Object[] locals, @Nullable Object[] outer, Collector collector);
    }

    /** One statement that reports. */
    private record Said(Eval subject, Eval severity, Eval message) {}

    private final RuleTree tree;
    private final int number;
    private final RuleNames.View view;
    private final List<Step> steps;
    private final EvidenceReader evidence;
    private int locals;
    private @Nullable Said last;

    public ReportAction(RuleTree tree, int number, RuleNames names, List<EvidenceSource> sources) {
        this.tree = tree;
        this.number = number;
        this.view = names.viewBehind(1);
        this.steps = steps(tree.then());
        this.evidence = new EvidenceReader(tree, sources, view);
    }

    /** The variables whose values the action needs, from the second value on. */
    public List<Variable<?>> variables() {
        return view.outer();
    }

    public RuleNames.View view() {
        return view;
    }

    int number() {
        return number;
    }

    /** Is handed the collector again as the first of the values. */
    public void run(Collector collector, @Nullable Object[] outer) {
        if (!collector.listensTo(number)) {
            return;
        }
        try {
            run(steps, new Object[locals], outer, collector);
        } catch (RuntimeException e) {
            collector.fault(number, new RuleFault(Set.of(tree.info().key()), e));
        }
    }

    private static void run(
            List<Step> steps, @Nullable Object[] locals, @Nullable Object[] outer, Collector collector) {
        for (Step step : steps) {
            step.run(locals, outer, collector);
        }
    }

    private List<Step> steps(List<Statement> statements) {
        List<Step> compiled = new ArrayList<>();
        statements.forEach(statement -> compiled.add(step(statement)));
        return compiled;
    }

    private Step step(Statement statement) {
        if (statement instanceof Statement.Local local) {
            Eval value = view.compile(local.value());
            int index = view.local(local.binding());
            locals = Math.max(locals, index + 1);
            return (own, outer, collector) -> own[index] = value.on(own, outer);
        }
        if (statement instanceof Statement.If choice) {
            Eval test = view.compile(choice.test());
            List<Step> then = steps(choice.then());
            List<Step> otherwise = steps(choice.otherwise());
            return (own, outer, collector) ->
                    run(Boolean.TRUE.equals(test.on(own, outer)) ? then : otherwise, own, outer, collector);
        }
        return report((Statement.Report) statement);
    }

    private Step report(Statement.Report report) {
        Expr written = report.severity();
        Said said = new Said(
                view.compile(report.subject()),
                written == null ? (self, outer) -> tree.info().severity() : view.compile(written),
                view.compile(report.message()));
        last = said;
        return (own, outer, collector) -> collector.report(
                number,
                said.subject().on(own, outer),
                severity(said, own, outer),
                String.valueOf(said.message().on(own, outer)),
                evidence.read(outer));
    }

    private Severity severity(Said said, @Nullable Object @Nullable [] own, @Nullable Object[] outer) {
        return said.severity().on(own, outer) instanceof Severity given
                ? given
                : tree.info().severity();
    }

    /** Of a rule whose only statement reports: how severe the finding is. */
    Severity severity(@Nullable Object[] outer) {
        return severity(Objects.requireNonNull(last), null, outer);
    }

    /** Of a rule whose only statement reports: the finding without its words. */
    Finding bare(@Nullable Object[] outer) {
        Object subject = Objects.requireNonNull(last).subject().on(null, outer);
        return Collector.finding(tree.info().key(), subject, severity(outer), "", List.of());
    }

    /** Of a rule whose only statement reports: the finding. */
    Finding finding(@Nullable Object[] outer) {
        Said said = Objects.requireNonNull(last);
        String message = String.valueOf(said.message().on(null, outer));
        return Collector.finding(
                tree.info().key(),
                said.subject().on(null, outer),
                severity(outer),
                Collector.shortened(message),
                evidence.read(outer));
    }
}
