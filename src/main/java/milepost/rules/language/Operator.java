package milepost.rules.language;

/** The binary operators of the language. */
public enum Operator {
    OR("||"),
    AND("&&"),
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    DIVIDED_BY("/"),
    REMAINDER("%"),
    CONTAINS("contains"),
    NOT_CONTAINS("not contains"),
    MEMBER_OF("memberOf"),
    NOT_MEMBER_OF("not memberOf"),
    MATCHES("matches"),
    NOT_MATCHES("not matches"),
    STARTS_WITH("str[startsWith]"),
    ENDS_WITH("str[endsWith]"),
    HAS_LENGTH("str[length]");

    private final String text;

    Operator(String text) {
        this.text = text;
    }

    /** As written in a rule. */
    public String text() {
        return text;
    }
}
