package milepost.rules.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what a rule does: local names, choices, and one report. */
final class ConsequenceParser {
    private static final Map<String, Type.Simple> LOCALS = Map.of(
            "String", Type.Simple.TEXT,
            "int", Type.Simple.INTEGER,
            "long", Type.Simple.INTEGER,
            "boolean", Type.Simple.BOOLEAN,
            "BigDecimal", Type.Simple.DECIMAL,
            "LocalDate", Type.Simple.DATE);
    private static final List<String> SUBJECTS = List.of("Milestone", "Indicator", "Roadmap");

    private final Cursor cursor;
    private final Problems problems;
    private final ExpressionParser expressions;
    private final TypeRules types;

    ConsequenceParser(Cursor cursor, Problems problems, Vocabulary vocabulary) {
        this.cursor = cursor;
        this.problems = problems;
        this.types = new TypeRules(problems);
        this.expressions = new ExpressionParser(cursor, new NameResolver(vocabulary, problems), types);
    }

    List<Statement> parse(Scope scope, Span rule) {
        List<Statement> statements = new ArrayList<>();
        while (!cursor.at("end") && !cursor.atEnd()) {
            statements.add(statement(scope));
        }
        int most = reports(statements);
        if (most == 0) {
            problems.error(
                    rule, "no-report", "The rule reports nothing; call findings.report( subject, message ) once.");
        } else if (most > 1) {
            problems.error(rule, "two-reports", "A rule reports once; write a second rule for the second finding.");
        }
        return statements;
    }

    /** The most reports that one run can make. */
    private static int reports(List<Statement> statements) {
        int sum = 0;
        for (Statement statement : statements) {
            if (statement instanceof Statement.Report) {
                sum++;
            } else if (statement instanceof Statement.If choice) {
                sum += Math.max(reports(choice.then()), reports(choice.otherwise()));
            }
        }
        return sum;
    }

    private Statement statement(Scope scope) {
        Token first = cursor.peek();
        if (first.is("findings")) {
            return report(scope, first);
        }
        if (first.is("if")) {
            return choice(scope, first);
        }
        Type.Simple type = first.kind() == Token.Kind.NAME ? LOCALS.get(first.text()) : null;
        if (type != null && cursor.peek(1).kind() == Token.Kind.NAME) {
            return local(scope, type, first);
        }
        problems.error(
                first.span(),
                "consequence",
                "A rule can only report: findings.report( subject, message ). \"" + first.text()
                        + "\" is not possible here.");
        throw new Cursor.Lost();
    }

    private Statement local(Scope scope, Type.Simple type, Token first) {
        cursor.next();
        Token name = cursor.next();
        cursor.expect("=", "after " + name.text());
        Expr value = expressions.parse(scope);
        cursor.expect(";", "at the end of the statement");
        if (!Type.comparable(type, value.type())) {
            problems.error(
                    value.span(),
                    "type-mismatch",
                    "This is a " + value.type().label() + ", not a " + type.label() + ".");
        }
        Binding binding = new Binding(name.text(), type, name.span());
        if (!scope.add(binding)) {
            problems.error(
                    name.span(),
                    "bound-twice",
                    name.text() + " already has a meaning in this rule; choose another name.");
        }
        return new Statement.Local(binding, value, cursor.since(first));
    }

    private Statement choice(Scope scope, Token first) {
        cursor.next();
        cursor.expect("(", "after if");
        Expr test = expressions.parse(scope);
        types.needsTruth(test);
        cursor.expect(")", "after the condition");
        List<Statement> then = block(scope);
        List<Statement> otherwise = List.of();
        if (cursor.accept("else")) {
            otherwise = cursor.at("if") ? List.of(choice(scope, cursor.peek())) : block(scope);
        }
        return new Statement.If(test, then, otherwise, cursor.since(first));
    }

    private List<Statement> block(Scope scope) {
        cursor.expect("{", "around the statements");
        Scope inner = scope.nested();
        List<Statement> statements = new ArrayList<>();
        while (!cursor.at("}") && !cursor.atEnd()) {
            statements.add(statement(inner));
        }
        cursor.expect("}", "to close the block");
        return List.copyOf(statements);
    }

    private Statement report(Scope scope, Token first) {
        cursor.next();
        cursor.expect(".", "after findings");
        Token method = cursor.next();
        if (!method.is("report")) {
            problems.error(method.span(), "unknown-method", "findings can only report, did you mean report?", "report");
        }
        cursor.expect("(", "after findings.report");
        List<Expr> arguments = new ArrayList<>();
        do {
            arguments.add(expressions.parse(scope));
        } while (cursor.accept(","));
        cursor.expect(")", "after the message");
        cursor.expect(";", "at the end of the statement");
        Span span = cursor.since(first);
        if (arguments.size() < 2 || arguments.size() > 3) {
            problems.error(
                    span, "arguments", "findings.report takes the subject, possibly a severity, and the message.");
            throw new Cursor.Lost();
        }
        Expr message = arguments.get(arguments.size() - 1);
        check(arguments.get(0), message);
        return new Statement.Report(
                arguments.get(0), arguments.size() == 3 ? severity(arguments.get(1)) : null, message, span);
    }

    private void check(Expr subject, Expr message) {
        boolean known = subject.type() instanceof Type.Thing thing
                && SUBJECTS.contains(thing.fact().name());
        if (!known && subject.type() != Type.Simple.NULL) {
            problems.error(
                    subject.span(),
                    "subject",
                    "A finding is about a Milestone, an Indicator or the Roadmap; this is a "
                            + subject.type().label() + ".");
        }
        if (message.type() != Type.Simple.TEXT && message.type() != Type.Simple.NULL) {
            problems.error(
                    message.span(),
                    "type-mismatch",
                    "The message must be a text; this is a " + message.type().label() + ".");
        }
    }

    private Expr severity(Expr written) {
        boolean severity = written.type() instanceof Type.Constants constants
                && constants.of().getSimpleName().equals("Severity");
        if (!severity && written.type() != Type.Simple.NULL) {
            problems.error(
                    written.span(),
                    "type-mismatch",
                    "The severity must be one of Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL.");
        }
        return written;
    }
}
