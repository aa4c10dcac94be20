package milepost.web.author.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a rule cut into pieces that are coloured alike. It need not be correct: whatever is not known stays plain. */
public final class RuleText {
    /**
     * A piece of one line.
     *
     * @param style class of its colour, empty for plain
     */
    public record Piece(String style, String text) {}

    private static final Set<String> KEYWORDS = Set.of(
            "package",
            "import",
            "global",
            "rule",
            "when",
            "then",
            "end",
            "not",
            "exists",
            "forall",
            "and",
            "or",
            "accumulate",
            "from",
            "in",
            "memberOf",
            "contains",
            "matches",
            "null",
            "true",
            "false",
            "if",
            "else",
            "String",
            "int",
            "long",
            "boolean",
            "var");

    private static final Pattern PIECES = Pattern.compile("(?<c>//.*)"
            + "|(?<s>\"(?:[^\"\\\\]|\\\\.)*\"?)"
            + "|(?<a>@\\w+)"
            + "|(?<v>\\$\\w+)"
            + "|(?<w>[A-Za-z_]\\w*)");

    private RuleText() {}

    /** A rule, line by line. */
    public static List<List<Piece>> lines(String text) {
        return text.stripTrailing().lines().map(RuleText::line).toList();
    }

    /** Any other text, line by line and without colours. */
    public static List<List<Piece>> plain(String text) {
        return text.stripTrailing()
                .lines()
                .map(line -> List.of(new Piece("", line)))
                .toList();
    }

    private static List<Piece> line(String line) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = PIECES.matcher(line);
        int plain = 0;
        while (matcher.find()) {
            String style = style(matcher);
            if (!style.isEmpty()) {
                add(pieces, "", line.substring(plain, matcher.start()));
                add(pieces, style, matcher.group());
                plain = matcher.end();
            }
        }
        add(pieces, "", line.substring(plain));
        return pieces;
    }

    private static String style(Matcher matcher) {
        for (String group : List.of("c", "s", "a", "v")) {
            if (matcher.group(group) != null) {
                return group;
            }
        }
        String word = matcher.group("w");
        if (word == null) {
            return "";
        }
        if (KEYWORDS.contains(word)) {
            return "k";
        }
        return Character.isUpperCase(word.charAt(0)) ? "t" : "";
    }

    private static void add(List<Piece> pieces, String style, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(style, text));
        }
    }
}
