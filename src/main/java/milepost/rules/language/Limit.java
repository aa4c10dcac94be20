package milepost.rules.language;

/** How much of everything a rule may have. What goes beyond is refused before anything is made of it. */
public enum Limit {
    FILES(1_000, "rule files in a rulebook"),
    ALL_CHARACTERS(4 * 1024 * 1024, "characters in all files together"),
    CHARACTERS(256 * 1024, "characters in a file"),
    LINES(6_000, "lines in a file"),
    LINE_CHARACTERS(2_000, "characters in a line, and so in a string"),
    RULES(100, "rules in a file"),
    BRACKETS(10, "brackets inside one another"),
    CONDITIONS(40, "conditions in a rule, brackets, not and exists included"),
    PATTERNS(8, "facts matched by a rule, apart from AsOf and Roadmap"),
    CHOICES(3, "or between the conditions of a rule"),
    FREE_PATTERNS(2, "facts in a rule that no equality ties to one before them"),
    FREE_PATTERNS_NESTED(3, "the same, counting those inside not, exists, forall and accumulate"),
    CONSTRAINTS(40, "constraints in a pattern"),
    EXPRESSION_PARTS(200, "names, values and operators in an expression"),
    EXPRESSION_DEPTH(24, "operators and calls inside one another"),
    STATEMENTS(50, "statements in a consequence"),
    TEXT_PARTS(256, "pieces a text of the consequence is put together from, local variables written out"),
    METADATA_CHARACTERS(1_000, "characters in a piece of metadata"),
    REGEX_CHARACTERS(200, "characters in a regular expression"),
    REGEX_STEPS(500, "states of a regular expression with its repetitions written out");

    private final int most;
    private final String of;

    Limit(int most, String of) {
        this.most = most;
        this.of = of;
    }

    /** The largest number that is allowed. */
    public int most() {
        return most;
    }

    /** What is counted. */
    public String of() {
        return of;
    }

    /** For messages: 6,000 rather than 6000. */
    @Override
    public String toString() {
        return String.format(java.util.Locale.ROOT, "%,d", most);
    }
}
