package milepost.rules.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import milepost.facts.Severity;
import milepost.rules.language.Expr;
import milepost.rules.language.RuleTree;
import milepost.rules.language.Statement;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/** The consequence of one rule: it hands one report to the collector of the evaluation. */
final class ReportAction {

    private interface Step {
        void run(@Nullable Object[] locals, @Nullable Object[] outer, Collector collector);
    }

    private final RuleTree tree;
    private final int number;
    private final RuleNames.View view;
    private final List<Step> steps;
    private final EvidenceReader evidence;
    private int locals;

    ReportAction(RuleTree tree, int number, RuleNames names, List<EvidenceSource> sources) {
        this.tree = tree;
        this.number = number;
        this.view = names.viewBehind(1);
        this.steps = steps(tree.then());
        this.evidence = new EvidenceReader(tree, sources, view);
    }

    /** The variables whose values the action needs. */
    List<Variable<?>> variables() {
        return view.outer();
    }

    /** Is handed the collector again as the first of the values. */
    void run(Collector collector, @Nullable Object[] outer) {
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
        Eval subject = view.compile(report.subject());
        Eval message = view.compile(report.message());
        Expr written = report.severity();
        Eval severity = written == null ? (self, outer) -> tree.info().severity() : view.compile(written);
        return (own, outer, collector) -> collector.report(
                number,
                subject.on(own, outer),
                severity.on(own, outer) instanceof Severity given
                        ? given
                        : tree.info().severity(),
                String.valueOf(message.on(own, outer)),
                evidence.read(outer));
    }
}
