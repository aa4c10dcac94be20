package milepost.rules.language.check;

import java.util.ArrayList;
import java.util.List;
import milepost.rules.language.syntax.Extent;
import milepost.rules.language.syntax.FileSyntax;
import milepost.rules.language.syntax.RuleSyntax;
import milepost.rules.language.syntax.When;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Holds our reading of a file against that of Drools' own parser: what the two read differently is refused. */
final class DrlReading {
    private final FileContext file;

    DrlReading(FileContext file) {
        this.file = file;
    }

    void compare(FileSyntax ours) {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr theirs;
        try {
            theirs = parser.parse(false, file.text());
        } catch (DroolsParserException | RuntimeException e) {
            theirs = null;
        }
        if (theirs == null || parser.hasErrors()) {
            parser.getErrors().forEach(this::error);
            if (file.complaints().isEmpty()) {
                file.complain(
                        new Extent(0, 0),
                        "not-drl",
                        "Drools cannot read this file; compare it with a rule of the guide.");
            }
            return;
        }
        boolean alike = theirs.getFunctions().isEmpty()
                && theirs.getTypeDeclarations().isEmpty()
                && theirs.getEnumDeclarations().isEmpty()
                && theirs.getAttributes().isEmpty()
                && theirs.getGlobals().size() == 1
                && theirs.getImports().size() == 1
                && outline(theirs).equals(outline(ours));
        if (!alike) {
            file.complain(
                    new Extent(0, 0),
                    "not-drl",
                    "Drools reads this file differently; write each condition as the guide shows it.");
        }
    }

    private void error(DroolsError error) {
        int line = error instanceof ParserError at ? at.getRow() : 1;
        int column = error instanceof ParserError at ? at.getCol() + 1 : 1;
        int offset = file.lines().offsetOf(line, column);
        file.complain(
                new Extent(offset, Math.min(offset + 1, file.text().length())),
                "not-drl",
                "Drools cannot read this: " + error.getMessage());
    }

    private static List<String> outline(PackageDescr file) {
        List<String> outline = new ArrayList<>();
        for (RuleDescr rule : file.getRules()) {
            outline.add(rule.getName());
            types(rule.getLhs(), outline);
        }
        return outline;
    }

    private static void types(BaseDescr descr, List<String> outline) {
        if (descr instanceof PatternDescr pattern) {
            if (pattern.getSource() instanceof AccumulateDescr accumulate) {
                types(accumulate.getInput(), outline);
            } else if (pattern.getSource() == null) {
                outline.add(pattern.getObjectType());
            } else {
                outline.add(pattern.getSource().getClass().getSimpleName());
            }
        } else if (descr instanceof ConditionalElementDescr group) {
            for (Object part : group.getDescrs()) {
                types((BaseDescr) part, outline);
            }
        } else if (descr != null) {
            outline.add(descr.getClass().getSimpleName());
        }
    }

    private static List<String> outline(FileSyntax file) {
        List<String> outline = new ArrayList<>();
        for (RuleSyntax rule : file.rules()) {
            outline.add(rule.name().text());
            rule.when().forEach(w -> types(w, outline));
        }
        return outline;
    }

    private static void types(When when, List<String> outline) {
        if (when instanceof When.Pattern pattern) {
            outline.add(pattern.type().text());
        } else {
            RuleCheck.parts(when).forEach(w -> types(w, outline));
        }
    }
}
