package milepost.rules.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads rule files into checked trees; what is not expressly part of the language is refused. */
public final class RuleParser {
    private static final Set<String> ATTRIBUTES = Set.of(
            "salience",
            "no",
            "agenda",
            "activation",
            "ruleflow",
            "auto",
            "lock",
            "enabled",
            "duration",
            "timer",
            "calendars",
            "date",
            "dialect",
            "extends",
            "attributes");

    private final Vocabulary vocabulary;

    public RuleParser(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    public ParsedRules parse(List<RuleFile> files) {
        List<RuleTree> rules = new ArrayList<>();
        List<RuleProblem> problems = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        for (RuleFile file : files) {
            Problems own = new Problems(file.path());
            for (RuleTree rule : new OneFile(file, own).read()) {
                String other = seen.putIfAbsent(rule.info().key(), file.path());
                if (other == null) {
                    rules.add(rule);
                } else {
                    own.error(
                            rule.span(),
                            "duplicate-rule",
                            "There is already a rule " + rule.info().key() + " in " + other + ".");
                }
            }
            problems.addAll(own.found());
        }
        rules.sort(Comparator.comparing(rule -> rule.info().key()));
        problems.sort(Comparator.comparing(RuleProblem::path)
                .thenComparing(RuleProblem::line)
                .thenComparing(RuleProblem::column));
        return new ParsedRules(rules, problems);
    }

    /** The structure of one file. */
    private final class OneFile {
        private final RuleFile file;
        private final Problems problems;
        private final Cursor cursor;

        OneFile(RuleFile file, Problems problems) {
            this.file = file;
            this.problems = problems;
            this.cursor = new Cursor(new Lexer(file.content(), problems).read(), problems);
        }

        List<RuleTree> read() {
            List<RuleTree> rules = new ArrayList<>();
            if (!problems.none()) {
                return rules;
            }
            try {
                head();
            } catch (Cursor.Lost reported) {
                skipTo("rule");
            }
            while (!cursor.atEnd()) {
                try {
                    rules.add(rule());
                } catch (Cursor.Lost reported) {
                    skipTo("rule");
                }
            }
            return rules;
        }

        private void head() {
            sentence("package", "milepost.rules", "package milepost.rules;");
            sentence("import", "milepost.facts.*", "import milepost.facts.*;");
            sentence("global", "Findings findings", "global Findings findings;");
        }

        private void sentence(String word, String rest, String whole) {
            Token first = cursor.peek();
            if (!cursor.accept(word)) {
                throw cursor.lost("Expected \"" + whole + "\"; every rule file begins with the same three lines.");
            }
            int start = cursor.peek().start();
            while (!cursor.at(";")
                    && cursor.peek().span().line() == first.span().line()
                    && !cursor.atEnd()) {
                cursor.next();
            }
            String written = file.content()
                    .substring(start, Math.max(start, cursor.previous().end()));
            cursor.accept(";");
            if (!written.equals(rest)) {
                problems.error(cursor.since(first), word, "Only \"" + whole + "\" may stand here.", whole);
            }
        }

        private RuleTree rule() {
            Token first = cursor.peek();
            if (!cursor.accept("rule")) {
                problems.error(
                        first.span(),
                        "construct",
                        "\"" + first.text() + "\" is not part of the rule language; a file holds rules.");
                cursor.next();
                throw new Cursor.Lost();
            }
            Token name = cursor.expect(Token.Kind.STRING, "the rule's name in quotes");
            MetadataParser metadata = new MetadataParser(cursor, problems, file);
            Map<String, Token> values = metadata.read();
            attributes();
            cursor.expect("when", "before the conditions");
            Scope scope = new Scope();
            List<Condition> when = new ConditionParser(cursor, problems, vocabulary).parse(scope);
            cursor.expect("then", "after the conditions");
            Scope inner = scope.nested();
            List<Statement> then = new ConsequenceParser(cursor, problems, vocabulary).parse(inner, name.span());
            cursor.expect("end", "after the rule");
            String text =
                    file.content().substring(first.start(), cursor.previous().end());
            return new RuleTree(metadata.info(name, values, text), when, then, name.span());
        }

        /** A rule has no attributes: order and switches of the engine are not an author's business. */
        private void attributes() {
            if (cursor.peek().kind() == Token.Kind.NAME
                    && ATTRIBUTES.contains(cursor.peek().text())) {
                Token first = cursor.peek();
                while (!cursor.at("when") && !cursor.at("rule") && !cursor.atEnd()) {
                    cursor.next();
                }
                problems.error(
                        first.span(),
                        "attribute",
                        "A rule has no attribute " + first.text() + "; rules are independent of each other.");
            }
        }

        private void skipTo(String word) {
            while (!cursor.at(word) && !cursor.atEnd()) {
                cursor.next();
            }
        }
    }
}
