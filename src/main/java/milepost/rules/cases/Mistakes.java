package milepost.rules.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import milepost.rules.language.Fix;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.Span;
import milepost.rules.language.syntax.Complaint;
import milepost.rules.language.syntax.Spelling;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong in one case file. */
final class Mistakes {
    private final String path;
    private final List<RuleProblem> problems = new ArrayList<>();

    Mistakes(String path) {
        this.path = path;
    }

    int count() {
        return problems.size();
    }

    void add(Node.Place at, String code, String message) {
        add(at, code, message, null);
    }

    /** Says that a word is not known, naming the nearest one that is. */
    void unknown(Node.Place at, String code, String message, Word word) {
        String near = Spelling.findClosest(word.written(), word.known()).orElse(null);
        add(
                at,
                code,
                near == null ? message + "." : message + ". Did you mean " + near + "?",
                fix(at, word.written(), near));
    }

    /** A word as written and the words that would do. */
    record Word(String written, Collection<String> known) {}

    List<RuleProblem> sorted() {
        return problems.stream()
                .sorted(Comparator.comparingInt(RuleProblem::line).thenComparingInt(RuleProblem::column))
                .toList();
    }

    private @Nullable Fix fix(Node.Place at, String written, @Nullable String near) {
        Span span = new Span(at.line(), at.column(), at.line(), at.endColumn());
        return near == null ? null : Fix.replacing(path, span, written, near);
    }

    private void add(Node.Place at, String code, String message, @Nullable Fix fix) {
        String said = Complaint.readable(message);
        problems.add(new RuleProblem(
                path, at.line(), at.column(), at.endColumn(), RuleProblem.Level.ERROR, code, said, fix));
    }
}
