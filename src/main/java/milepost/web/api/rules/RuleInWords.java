package milepost.web.api.rules;

import java.util.List;
import milepost.rules.language.Expr;
import milepost.rules.language.RuleTree;
import milepost.rules.wording.RuleConstraints;
import milepost.rules.wording.RuleSentences;
import milepost.rules.wording.Said;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a rule checks, in sentences, with its constraints as written and numbered. */
final class RuleInWords {
    private RuleInWords() {}

    static void add(ObjectNode json, RuleTree tree) {
        RuleSentences sentences = RuleSentences.of(tree);
        add(json.putArray("checks"), sentences.checks());
        add(json.putArray("reports"), sentences.reports());
        ArrayNode conditions = json.putArray("conditions");
        for (Expr test : RuleConstraints.of(tree)) {
            conditions
                    .addObject()
                    .put("number", conditions.size())
                    .put("line", test.span().line())
                    .put("text", RuleConstraints.text(tree, test));
        }
    }

    private static void add(ArrayNode list, List<Said> lines) {
        for (Said line : lines) {
            ObjectNode json = list.addObject().put("text", line.text());
            ArrayNode conditions = json.putArray("conditions");
            line.conditions().forEach(conditions::add);
            add(json.putArray("parts"), line.parts());
        }
    }
}
