package milepost.rules.wording.clause;

import java.util.function.Consumer;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.language.Statement;

/** Visits the parts of a tree in the order written. */
public final class Walk {
    private Walk() {}

    static void patterns(Condition condition, Consumer<Condition.Pattern> each) {
        if (condition instanceof Condition.Pattern pattern) {
            each.accept(pattern);
        } else if (condition instanceof Condition.All all) {
            all.parts().forEach(part -> patterns(part, each));
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(part -> patterns(part, each));
        } else if (condition instanceof Condition.Not not) {
            patterns(not.part(), each);
        } else if (condition instanceof Condition.Exists exists) {
            patterns(exists.part(), each);
        } else if (condition instanceof Condition.Forall forall) {
            each.accept(forall.domain());
            forall.requirements().forEach(each);
        } else if (condition instanceof Condition.Accumulate accumulate) {
            patterns(accumulate.source(), each);
        }
    }

    static void folds(Condition condition, Consumer<Condition.Fold> each) {
        accumulates(condition, accumulate -> accumulate.folds().forEach(each));
    }

    /** The tests on results. */
    static void tests(Condition condition, Consumer<Expr> each) {
        accumulates(condition, accumulate -> accumulate.tests().forEach(test -> each.accept(test.expr())));
    }

    static void accumulates(Condition condition, Consumer<Condition.Accumulate> each) {
        if (condition instanceof Condition.All all) {
            all.parts().forEach(part -> accumulates(part, each));
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(part -> accumulates(part, each));
        } else if (condition instanceof Condition.Not not) {
            accumulates(not.part(), each);
        } else if (condition instanceof Condition.Exists exists) {
            accumulates(exists.part(), each);
        } else if (condition instanceof Condition.Accumulate accumulate) {
            each.accept(accumulate);
        }
    }

    static void expressions(Statement statement, Consumer<Expr> each) {
        if (statement instanceof Statement.Local local) {
            each.accept(local.value());
        } else if (statement instanceof Statement.If either) {
            each.accept(either.test());
            either.then().forEach(inner -> expressions(inner, each));
            either.otherwise().forEach(inner -> expressions(inner, each));
        } else if (statement instanceof Statement.Report report) {
            each.accept(report.subject());
            if (report.severity() != null) {
                each.accept(report.severity());
            }
        }
    }

    static void parts(Expr expr, Consumer<Expr> each) {
        each.accept(expr);
        if (expr instanceof Expr.Read read) {
            parts(read.target(), each);
        } else if (expr instanceof Expr.Call call) {
            parts(call.target(), each);
            call.arguments().forEach(argument -> parts(argument, each));
        } else if (expr instanceof Expr.Not not) {
            parts(not.operand(), each);
        } else if (expr instanceof Expr.Negate negate) {
            parts(negate.operand(), each);
        } else if (expr instanceof Expr.Binary binary) {
            parts(binary.left(), each);
            parts(binary.right(), each);
        } else if (expr instanceof Expr.OneOf oneOf) {
            parts(oneOf.value(), each);
            oneOf.options().forEach(option -> parts(option, each));
        } else if (expr instanceof Expr.Choice choice) {
            parts(choice.test(), each);
            parts(choice.then(), each);
            parts(choice.otherwise(), each);
        }
    }
}
