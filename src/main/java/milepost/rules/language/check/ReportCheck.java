package milepost.rules.language.check;

import java.util.List;
import java.util.Set;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Roadmap;
import milepost.facts.Severity;
import milepost.rules.language.Expr;
import milepost.rules.language.Statement;
import milepost.rules.language.Type;
import milepost.rules.language.syntax.Node;
import milepost.rules.language.syntax.Then;
import milepost.rules.language.syntax.Word;
import org.jspecify.annotations.Nullable;

/** Checks the one call that a consequence may make: {@code findings.report( subject, message )}, with a severity between if wanted. */
final class ReportCheck {
    private static final Set<Class<?>> SUBJECTS = Set.of(Milestone.class, Indicator.class, Roadmap.class);
    private static final String FORM = "findings.report( $subject, \"message\" )";

    private final FileContext file;
    private final TextGrowth texts;

    ReportCheck(FileContext file, TextGrowth texts) {
        this.file = file;
        this.texts = texts;
    }

    @Nullable Statement check(Then.Act act, ExpressionCheck expressions, Scope scope) {
        if (!(act.expression() instanceof Node.Invoke invoke)
                || !(invoke.target() instanceof Node.Name target)
                || scope.knows(target.text())) {
            file.complain(act.expression().at(), "statement", "Only " + FORM + " can stand here as a statement.");
            return null;
        }
        if (!target.text().equals("findings")) {
            Word word = new Word(target.text(), target.at());
            file.unknown(
                    act.expression().at().from() == word.at().from() ? word.at() : act.at(),
                    "call",
                    "Only " + FORM + " can be called here, not " + target.text() + "."
                            + invoke.name().text(),
                    new FileContext.Asked(target.text(), List.of("findings")));
            return null;
        }
        if (!invoke.name().text().equals("report")) {
            file.unknown(
                    invoke.name().at(),
                    "unknown-method",
                    invoke.name().text() + " is not a method of findings; there is report",
                    new FileContext.Asked(invoke.name().text(), List.of("report")));
            return null;
        }
        return report(invoke, expressions, act);
    }

    /** Whether this is a report, rightly made or not. */
    static boolean isReport(Then.Act act) {
        return act.expression() instanceof Node.Invoke invoke
                && invoke.target() instanceof Node.Name target
                && target.text().equals("findings")
                && invoke.name().text().equals("report");
    }

    private @Nullable Statement report(Node.Invoke invoke, ExpressionCheck expressions, Then.Act act) {
        List<Node> arguments = invoke.arguments();
        if (arguments.size() != 2 && arguments.size() != 3) {
            file.complain(
                    invoke.name().at(),
                    "arguments",
                    "report takes a subject and a message, or a subject, a severity and a message.");
            return null;
        }
        Node message = arguments.get(arguments.size() - 1);
        Expr subject = subject(arguments.get(0), expressions);
        Expr severity = arguments.size() == 3 ? severity(arguments.get(1), expressions) : null;
        Expr text = expressions.check(message);
        if (text != null && text.type() != Type.Simple.TEXT) {
            String written =
                    file.text().substring(message.at().from(), message.at().to());
            file.complain(
                    message.at(),
                    "type",
                    "The message is text, not " + Types.shown(text.type()) + "; write words around it.",
                    "\"\" + " + written);
            return null;
        }
        if (text != null && !texts.fits(text, message.at())) {
            return null;
        }
        boolean graded = arguments.size() == 2 || severity != null;
        return subject == null || text == null || !graded
                ? null
                : new Statement.Report(subject, severity, text, file.span(act.at()));
    }

    private @Nullable Expr subject(Node node, ExpressionCheck expressions) {
        Expr subject = expressions.check(node);
        if (subject == null) {
            return null;
        }
        boolean right = subject instanceof Expr.Variable
                && subject.type() instanceof Type.Thing thing
                && SUBJECTS.contains(thing.fact().javaType());
        if (!right) {
            file.complain(
                    node.at(),
                    "subject",
                    "A finding is about a milestone, an indicator or the roadmap; name one that the conditions bind, not "
                            + Types.shown(subject.type()) + ".");
        }
        return right ? subject : null;
    }

    private @Nullable Expr severity(Node node, ExpressionCheck expressions) {
        Expr severity = expressions.check(node);
        if (severity == null || severity.type().equals(new Type.Constants(Severity.class))) {
            return severity;
        }
        String fix = null;
        if (severity instanceof Expr.Constant text) {
            for (Severity known : Severity.values()) {
                fix = known.name().equals(text.value()) ? "Severity." + known : fix;
            }
        }
        file.complain(
                node.at(),
                "severity",
                "The severity is one of Severity.LOW, Severity.MEDIUM, Severity.HIGH and Severity.CRITICAL, not "
                        + Types.shown(severity.type()) + ".",
                fix);
        return null;
    }
}
