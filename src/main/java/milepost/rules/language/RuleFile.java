package milepost.rules.language;

/**
 * One file of rule text.
 *
 * @param path relative to the rules folder, with forward slashes: {@code schedule/deadline-missed.drl}
 */
public record RuleFile(String path, String content) {
    /** How the path of a file of rules ends. */
    public static final String RULE = ".drl";

    /** How the path of a file of cases ends. */
    public static final String CASES = ".cases.yaml";

    /** A path without its ending: the same for a rule and its cases. */
    public static String stem(String path) {
        return path.endsWith(CASES)
                ? path.substring(0, path.length() - CASES.length())
                : path.endsWith(RULE) ? path.substring(0, path.length() - RULE.length()) : path;
    }
}
