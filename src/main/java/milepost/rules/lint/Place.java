package milepost.rules.lint;

import milepost.rules.language.Fix;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.RuleTree;
import milepost.rules.language.Span;
import org.jspecify.annotations.Nullable;

/** Where in a rule advice belongs. */
record Place(RuleTree rule, Span span) {

    /** The name of a rule with its quotes: the place of what concerns the rule as a whole. */
    static Place ofName(RuleTree rule) {
        String text = rule.info().text();
        int from = text.indexOf(rule.info().key()) - 1;
        int lineStart = text.lastIndexOf('\n', from) + 1;
        int column = from - lineStart + (lineStart == 0 ? rule.span().column() : 1);
        int end = column + rule.info().key().length() + 2;
        return new Place(rule, new Span(rule.info().line(), column, rule.info().line(), end));
    }

    RuleProblem warning(String code, String message, @Nullable Fix fix) {
        return problem(RuleProblem.Level.WARNING, code, message, fix);
    }

    RuleProblem note(String code, String message, @Nullable Fix fix) {
        return problem(RuleProblem.Level.INFO, code, message, fix);
    }

    private RuleProblem problem(RuleProblem.Level level, String code, String message, @Nullable Fix fix) {
        int end = span.endLine() == span.line() ? span.endColumn() : span.column() + 1;
        return new RuleProblem(rule.info().path(), span.line(), span.column(), end, level, code, message, fix);
    }
}
