package milepost.rules.language.syntax;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words and signs of DRL and Java that rules do without, each with the reason and the way around. */
final class Refusals {
    private static final Map<String, String> ATTRIBUTES = Map.ofEntries(
            Map.entry("salience", "Rules have no order; each one reports what it sees. Delete salience."),
            Map.entry("no-loop", "Rules change no facts, so none can loop. Delete no-loop."),
            Map.entry("lock-on-active", "Rules change no facts, so none can loop. Delete lock-on-active."),
            Map.entry("enabled", "A rule that is in the rulebook runs. Delete enabled, or remove the rule."),
            Map.entry("agenda-group", "All rules run in every evaluation. Delete agenda-group."),
            Map.entry("activation-group", "No rule may silence another. Delete activation-group."),
            Map.entry("ruleflow-group", "All rules run in every evaluation. Delete ruleflow-group."),
            Map.entry("auto-focus", "All rules run in every evaluation. Delete auto-focus."),
            Map.entry("dialect", "There is one dialect. Delete dialect."),
            Map.entry("duration", "Rules wait for nothing; use @hold(7d) for a flag that must last. Delete duration."),
            Map.entry("timer", "Rules wait for nothing; use @hold(7d) for a flag that must last. Delete timer."),
            Map.entry("calendars", "Rules know one day only, that of AsOf. Delete calendars."),
            Map.entry("date-effective", "Compare with the date of AsOf instead of date-effective."),
            Map.entry("date-expires", "Compare with the date of AsOf instead of date-expires."),
            Map.entry("refract", "All rules run in every evaluation. Delete refract."),
            Map.entry("direct", "All rules run in every evaluation. Delete direct."));

    private static final Map<String, String> TOP_LEVEL = Map.of(
            "function", "Functions are not part of the language; write the expression where it is needed.",
            "declare", "Rules declare no types; they match the facts that the guide lists.",
            "query", "Queries are not part of the language; write the conditions into the rule.",
            "unit", "Rule units are not part of the language; delete this line.",
            "dialect", "There is one dialect. Delete this line.",
            "expander", "Rules are written in DRL only; delete this line.",
            "template", "Rule templates are not part of the language; write each rule out.");

    private static final Map<String, String> CONDITIONS = Map.of(
            "eval", "Write the test into the pattern it is about instead of eval.",
            "groupby", "groupby is not part of the language; use accumulate for each group with a joined pattern.",
            "if", "Write two rules, or if and else in the consequence, instead of a conditional branch.",
            "do", "A rule has one consequence; write a second rule.",
            "break", "A rule has one consequence; write a second rule.");

    private static final Map<String, String> AFTER_PATTERN = Map.of(
            "from", "from is not part of the language; every fact is matched by a pattern of its own.",
            "over", "Windows are not part of the language; compare dates with AsOf.",
            "@", "Patterns carry no annotations; delete this.",
            "#", "Casts are not part of the language; match the type you need.");

    private static final Map<String, String> FROM = Map.of(
            "collect", "accumulate( Fact( $value : property ); $all : collectList( $value ); $all.size > 3 ).",
            "accumulate", "accumulate( Fact( $value : property ); $total : sum( $value ); $total > 3 ).");

    private static final Set<String> MEMORY =
            Set.of("insert", "insertLogical", "update", "modify", "delete", "retract");
    private static final Set<String> LOOPS = Set.of("for", "while", "do", "break", "continue");
    private static final Set<String> ENGINE = Set.of("drools", "kcontext", "channels");

    private static final Set<String> STATEMENTS = Set.of(
            "try",
            "throw",
            "return",
            "switch",
            "synchronized",
            "class",
            "assert",
            "final",
            "var",
            "static",
            "yield",
            "abstract",
            "interface",
            "enum",
            "record",
            "catch",
            "finally",
            "case",
            "import");

    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("=", "assignment"),
            Map.entry("+=", "assignment"),
            Map.entry("-=", "assignment"),
            Map.entry("*=", "assignment"),
            Map.entry("/=", "assignment"),
            Map.entry("%=", "assignment"),
            Map.entry("++", "assignment"),
            Map.entry("--", "assignment"),
            Map.entry(":=", "unification"),
            Map.entry("&", "bit-operator"),
            Map.entry("|", "bit-operator"),
            Map.entry("^", "bit-operator"),
            Map.entry("<<", "bit-operator"),
            Map.entry(">>", "bit-operator"),
            Map.entry("~", "bit-operator"),
            Map.entry("->", "lambda"),
            Map.entry("::", "method-reference"),
            Map.entry("#", "inline-cast"),
            Map.entry("[", "index"),
            Map.entry("{", "block"),
            Map.entry("instanceof", "instanceof"),
            Map.entry("new", "new"));

    private static final Map<String, String> SENTENCES = Map.of(
            "assignment", "A rule changes nothing; compare with == or give a new name to the value.",
            "unification", "Bind with a single colon, $name : property.",
            "bit-operator", "Bit operators are not part of the language; use && and || between conditions.",
            "lambda", "Functions are not part of the language; write the expression itself.",
            "method-reference", "Functions are not part of the language; write the expression itself.",
            "inline-cast", "Casts are not part of the language; match the type you need.",
            "index", "Brackets [ ] are not part of the language; use contains, memberOf or a property.",
            "block", "A block stands only after if and else.",
            "instanceof", "Match the type you need with a pattern instead of instanceof.",
            "new", "A rule creates nothing; it only reports.");

    private Refusals() {}

    static Optional<String> findAttribute(String name) {
        return Optional.ofNullable(ATTRIBUTES.get(name));
    }

    static Optional<Complaint> findTopLevel(Token token) {
        return Optional.ofNullable(TOP_LEVEL.get(token.text())).map(s -> new Complaint(token.at(), token.text(), s));
    }

    static Optional<Complaint> findCondition(Token token) {
        return token.isWord()
                ? Optional.ofNullable(CONDITIONS.get(token.text())).map(s -> new Complaint(token.at(), token.text(), s))
                : Optional.empty();
    }

    static Optional<Complaint> findAfterPattern(Token token, Token next) {
        if (token.is("from") && FROM.containsKey(next.text())) {
            return Optional.of(new Complaint(
                    token.at(),
                    "from",
                    "from is not part of the language; write a condition of its own: " + FROM.get(next.text())));
        }
        String code = token.is("@") ? "pattern-annotation" : token.is("#") ? "inline-cast" : token.text();
        return Optional.ofNullable(AFTER_PATTERN.get(token.text())).map(s -> new Complaint(token.at(), code, s));
    }

    /** The sign after an operand that no expression has. */
    static Optional<Complaint> findOperator(Token token) {
        if (token.kind() == Token.Kind.STRING) {
            return Optional.empty();
        }
        return Optional.ofNullable(OPERATORS.get(token.text()))
                .map(code -> new Complaint(token.at(), code, SENTENCES.getOrDefault(code, "")));
    }

    static Optional<Complaint> findStatement(Token token) {
        if (!token.isWord()) {
            return Optional.empty();
        }
        String word = token.text();
        if (word.equals("new")) {
            return Optional.of(new Complaint(token.at(), "new", SENTENCES.getOrDefault("new", "")));
        }
        String only = " A consequence has local variables, if and else, and findings.report( … ).";
        if (MEMORY.contains(word)) {
            return Optional.of(new Complaint(
                    token.at(), "working-memory", "A rule changes no facts; " + word + " is refused." + only));
        }
        if (LOOPS.contains(word)) {
            return Optional.of(
                    new Complaint(token.at(), "loop", "Loops are not part of the language; use accumulate." + only));
        }
        if (ENGINE.contains(word)) {
            return Optional.of(new Complaint(token.at(), "engine", "The engine is out of reach of a rule." + only));
        }
        if (word.equals("else")) {
            return Optional.of(
                    new Complaint(
                            token.at(),
                            "statement",
                            "else follows the closing brace of if: if ( … ) { … } else { … }. For a second set of conditions write a second rule."));
        }
        if (STATEMENTS.contains(word)) {
            return Optional.of(new Complaint(token.at(), "statement", word + " is not part of the language." + only));
        }
        return Optional.empty();
    }
}
