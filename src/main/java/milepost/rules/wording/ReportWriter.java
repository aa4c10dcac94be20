package milepost.rules.wording;

import java.util.ArrayList;
import java.util.List;
import milepost.facts.Severity;
import milepost.rules.language.Expr;
import milepost.rules.language.Statement;
import milepost.rules.wording.clause.Clauses;
import milepost.rules.wording.clause.Names;
import milepost.rules.wording.clause.Nouns;
import milepost.rules.wording.words.Phrases;
import org.jspecify.annotations.Nullable;

/** Says what a rule reports, and how bad it calls that. */
final class ReportWriter {
    private final Nouns nouns;
    private final Severity usual;

    ReportWriter(Names names, Severity usual) {
        this.nouns = new Nouns(names, null);
        this.usual = usual;
    }

    List<Said> of(List<Statement> statements) {
        List<Said> said = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement instanceof Statement.If either) {
                said.add(new Said("If " + test(either.test()) + ":", List.of(), of(either.then())));
                if (!either.otherwise().isEmpty()) {
                    said.add(new Said("Otherwise:", List.of(), of(either.otherwise())));
                }
            } else if (statement instanceof Statement.Report report) {
                String subject = nouns.of(report.subject(), null).said();
                said.add(Said.of("It reports " + subject + " with severity " + severity(report.severity()) + "."));
            }
        }
        return said;
    }

    private String severity(@Nullable Expr severity) {
        if (severity == null) {
            return Phrases.constant(usual);
        }
        if (severity instanceof Expr.Choice choice) {
            return severity(choice.then()) + " if " + test(choice.test()) + ", otherwise "
                    + severity(choice.otherwise());
        }
        return nouns.of(severity, null).said();
    }

    private String test(Expr test) {
        return new Clauses(nouns).of(test, true, null).plain();
    }
}
