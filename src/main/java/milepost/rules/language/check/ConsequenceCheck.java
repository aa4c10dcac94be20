package milepost.rules.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import milepost.rules.language.Binding;
import milepost.rules.language.Expr;
import milepost.rules.language.Statement;
import milepost.rules.language.Type;
import milepost.rules.language.Type.Simple;
import milepost.rules.language.syntax.Extent;
import milepost.rules.language.syntax.Then;
import milepost.rules.language.syntax.Word;
import org.jspecify.annotations.Nullable;

/** Checks the consequence: local variables, if and else, and one report on every path through them. */
final class ConsequenceCheck {
    private static final Pattern LOCAL = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    private static final Set<String> TAKEN = Set.of(
            "findings",
            "drools",
            "kcontext",
            "boolean",
            "byte",
            "char",
            "double",
            "float",
            "int",
            "long",
            "short",
            "void",
            "this",
            "super",
            "package",
            "private",
            "protected",
            "public",
            "extends",
            "implements",
            "native",
            "transient",
            "volatile",
            "throws",
            "const",
            "goto",
            "default",
            "strictfp");

    private final FileContext file;
    private final TextGrowth texts;
    private final ReportCheck reports;

    ConsequenceCheck(FileContext file) {
        this.file = file;
        this.texts = new TextGrowth(file);
        this.reports = new ReportCheck(file, texts);
    }

    /** How many reports a path holds so far. */
    private enum Reported {
        NONE,
        ON_SOME_PATHS,
        ONCE
    }

    /** The statements that are right. Without any statement the complaint goes to the name of the rule. */
    List<Statement> check(List<Then> statements, Scope scope, boolean sound, Extent ruleName) {
        List<Statement> checked = block(statements, scope);
        if (sound) {
            Reported reported = paths(statements);
            Extent at = statements.isEmpty()
                    ? ruleName
                    : statements.get(statements.size() - 1).at();
            if (reported == Reported.NONE && checked.size() == statements.size()) {
                file.complain(at, "no-report", "A rule says what it found: findings.report( $subject, \"message\" );");
            } else if (reported == Reported.ON_SOME_PATHS) {
                file.complain(
                        at,
                        "path-without-report",
                        "One way through this if reports nothing; add an else with its own report, or move the test into the conditions.");
            }
        }
        return checked;
    }

    private List<Statement> block(List<Then> statements, Scope scope) {
        List<Statement> checked = new ArrayList<>();
        for (Then statement : statements) {
            Statement one = statement(statement, scope);
            if (one != null) {
                checked.add(one);
            }
        }
        return checked;
    }

    private @Nullable Statement statement(Then statement, Scope scope) {
        ExpressionCheck expressions = new ExpressionCheck(file, new ExpressionCheck.Place(scope, null, true));
        if (statement instanceof Then.Local local) {
            return local(local, expressions, scope);
        }
        if (statement instanceof Then.If branch) {
            Expr test = expressions.condition(branch.test());
            List<Statement> then = block(branch.then(), scope.inner());
            List<Statement> otherwise = block(branch.otherwise(), scope.inner());
            return test == null ? null : new Statement.If(test, then, otherwise, file.span(branch.at()));
        }
        return reports.check((Then.Act) statement, expressions, scope);
    }

    private @Nullable Statement local(Then.Local local, ExpressionCheck expressions, Scope scope) {
        Expr value = expressions.check(local.value());
        Type type = localType(local.type());
        String name = local.name().text();
        boolean free = LOCAL.matcher(name).matches() && !TAKEN.contains(name) && !scope.knows(name);
        if (!free) {
            file.complain(
                    local.name().at(),
                    "local-name",
                    "A local variable has a new name of its own that begins with a small letter; " + name
                            + " cannot be one.");
        }
        if (type != null && value != null && !Types.same(type, value.type())) {
            file.complain(
                    local.value().at(),
                    "type",
                    "cannot put " + Types.shown(value.type()) + " into "
                            + local.type().text() + " " + name + ".");
            value = null;
        }
        if (type == null || value == null || !free) {
            scope.lose(name);
            return null;
        }
        if (!texts.fits(value, local.value().at())) {
            scope.lose(name);
            return null;
        }
        Binding binding = new Binding(name, type, file.span(local.name().at()));
        texts.remember(binding, value);
        scope.declare(binding);
        return new Statement.Local(binding, value, file.span(local.at()));
    }

    private @Nullable Type localType(Word type) {
        switch (type.text()) {
            case "String" -> {
                return Simple.TEXT;
            }
            case "long" -> {
                return Simple.INTEGER;
            }
            case "boolean" -> {
                return Simple.BOOLEAN;
            }
            default -> {
                Class<? extends Enum<?>> constants =
                        file.vocabulary().findConstants(type.text()).orElse(null);
                if (constants != null) {
                    return new Type.Constants(constants);
                }
                Type fact = file.vocabulary()
                        .findType(type.text())
                        .map(Type.Thing::new)
                        .orElse(null);
                if (fact == null) {
                    boolean whole = Set.of("int", "Integer", "Long", "short").contains(type.text());
                    file.complain(
                            type.at(),
                            "local-type",
                            whole
                                    ? "Whole numbers are long here."
                                    : "A local variable is a String, long, boolean, a constant such as Severity, or a fact.",
                            whole ? "long" : null);
                }
                return fact;
            }
        }
    }

    private Reported paths(List<Then> statements) {
        Reported so = Reported.NONE;
        for (Then statement : statements) {
            Reported here = reported(statement);
            if (here != Reported.NONE && so != Reported.NONE) {
                file.complain(
                        statement.at(),
                        "two-reports",
                        "A rule reports once; this would be a second report on the same path.");
            }
            so = here == Reported.NONE ? so : here;
        }
        return so;
    }

    private Reported reported(Then statement) {
        if (statement instanceof Then.Act act) {
            return ReportCheck.isReport(act) ? Reported.ONCE : Reported.NONE;
        }
        if (statement instanceof Then.If branch) {
            Reported then = paths(branch.then());
            Reported otherwise = paths(branch.otherwise());
            return then == otherwise ? then : Reported.ON_SOME_PATHS;
        }
        return Reported.NONE;
    }
}
