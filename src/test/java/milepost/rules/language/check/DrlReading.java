package milepost.rules.language.check;

import java.util.ArrayList;
import java.util.List;
import milepost.rules.language.syntax.Complaints;
import milepost.rules.language.syntax.FileSyntax;
import milepost.rules.language.syntax.Lines;
import milepost.rules.language.syntax.RuleSyntax;
import milepost.rules.language.syntax.When;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Holds our reading of a file that we accept against that of Drools' own parser: rules, patterns and their order. */
final class DrlReading {
    private DrlReading() {}

    /** What the two read differently; empty when they agree. */
    static List<String> differences(String text) {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr theirs;
        try {
            theirs = parser.parse(false, text);
        } catch (DroolsParserException | RuntimeException e) {
            return List.of("Drools fails: " + e);
        }
        if (theirs == null || parser.hasErrors()) {
            return List.of("Drools refuses: " + parser.getErrors());
        }
        List<String> different = new ArrayList<>();
        boolean plain = theirs.getFunctions().isEmpty()
                && theirs.getTypeDeclarations().isEmpty()
                && theirs.getEnumDeclarations().isEmpty()
                && theirs.getAttributes().isEmpty()
                && theirs.getGlobals().size() == 1
                && theirs.getImports().size() == 1;
        if (!plain) {
            different.add("Drools reads more than rules");
        }
        FileSyntax ours = FileSyntax.read(text, new Lines(text), new Complaints());
        if (!outline(theirs).equals(outline(ours))) {
            different.add("Drools reads " + outline(theirs) + ", we read " + outline(ours));
        }
        return different;
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
