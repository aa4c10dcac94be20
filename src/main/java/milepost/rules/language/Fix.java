package milepost.rules.language;

/**
 * A change of a text that puts a problem right without further thought.
 *
 * @param title what it does, as a button says it: {@code Replace opne by open}
 * @param path the file to change
 * @param at the place that goes; empty where something is only put in
 * @param text what comes there
 */
public record Fix(String title, String path, Span at, String text) {
    private static final int SHORT = 40;

    /** The change of what is written at a place to something else. */
    public static Fix replacing(String path, Span at, String written, String text) {
        return new Fix(title(written.strip(), text.strip()), path, at, text);
    }

    private static String title(String written, String text) {
        if (written.isEmpty()) {
            return "Insert " + cut(text);
        }
        if (text.isEmpty()) {
            return "Remove " + cut(written);
        }
        if ((text.endsWith(",") || text.endsWith(";")) && text.equals(written + text.charAt(text.length() - 1))) {
            return "Insert " + text.substring(written.length());
        }
        if (text.contains("\n") && text.endsWith(written)) {
            return "Insert " + text.lines().findFirst().orElse("");
        }
        return written.length() > SHORT || written.contains("\n")
                ? "Write " + cut(text)
                : "Replace " + written + " by " + cut(text);
    }

    private static String cut(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        boolean whole = line.length() <= SHORT && line.length() == text.length();
        return whole ? line : line.substring(0, Math.min(SHORT, line.length())) + "…";
    }

    /** The text of the file with the change in it; a place outside the text is moved into it. */
    public String applyTo(String content) {
        int from = offset(content, at.line(), at.column());
        int to = Math.max(from, offset(content, at.endLine(), at.endColumn()));
        return content.substring(0, from) + text + content.substring(to);
    }

    private static int offset(String content, int line, int column) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            int end = content.indexOf('\n', start);
            if (end < 0) {
                return content.length();
            }
            start = end + 1;
        }
        int end = content.indexOf('\n', start);
        return Math.min(start + column - 1, end < 0 ? content.length() : end);
    }
}
