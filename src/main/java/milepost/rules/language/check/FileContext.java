package milepost.rules.language.check;

import java.util.Collection;
import milepost.rules.language.Fix;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.Span;
import milepost.rules.language.syntax.Complaint;
import milepost.rules.language.syntax.Complaints;
import milepost.rules.language.syntax.Extent;
import milepost.rules.language.syntax.Lines;
import milepost.rules.language.syntax.Spelling;
import milepost.rules.language.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** The file under check: where its lines are, what was found wrong so far, and the words it may use. */
record FileContext(String path, String text, Lines lines, Complaints complaints, Vocabulary vocabulary) {

    Span span(Extent at) {
        int last = Math.max(at.from(), at.to() - 1);
        return new Span(
                lines.lineAt(at.from()),
                lines.columnAt(at.from()),
                lines.lineAt(last),
                lines.columnAt(last) + (at.to() > at.from() ? 1 : 0));
    }

    void complain(Extent at, String code, String message) {
        complaints.add(new Complaint(at, code, message));
    }

    void complain(Extent at, String code, String message, @Nullable String fix) {
        complaints.add(new Complaint(at, code, message, fix));
    }

    /** Complains about a word that is not known, naming the nearest one that is. */
    void unknown(Extent at, String code, String message, Asked asked) {
        String near = Spelling.findClosest(asked.written(), asked.known()).orElse(null);
        complain(at, code, near == null ? message + "." : message + ". Did you mean " + near + "?", near);
    }

    /** A word as written and the words that would do. */
    record Asked(String written, Collection<String> known) {}

    RuleProblem problem(Complaint complaint) {
        Extent at = complaint.at();
        int line = lines.lineAt(at.from());
        int end = Math.min(at.to(), Math.max(at.from(), lines.endOf(line)));
        return new RuleProblem(
                path,
                line,
                lines.columnAt(at.from()),
                lines.columnAt(at.from()) + end - at.from(),
                RuleProblem.Level.ERROR,
                complaint.code(),
                complaint.message(),
                fix(complaint));
    }

    private @Nullable Fix fix(Complaint complaint) {
        Extent at = complaint.at();
        String replacement = complaint.fix();
        return replacement == null
                ? null
                : Fix.replacing(path, span(at), text.substring(at.from(), at.to()), replacement);
    }
}
