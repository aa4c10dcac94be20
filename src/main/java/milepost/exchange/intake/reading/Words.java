package milepost.exchange.intake.reading;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts as people mean them: without what is only there by accident. */
public final class Words {
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\uFEFF]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
    private static final Pattern BLANKS =
            Pattern.compile("[\\s\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000]+");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    /** The text of a cell: an apostrophe that only keeps a spreadsheet from reading a formula goes. */
    public static String cell(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && "=+-@\t\r\n".indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    /** In one line. */
    public static String line(String text) {
        return BLANKS.matcher(INVISIBLE.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** With its line breaks. */
    public static String paragraphs(String text) {
        String plain =
                INVISIBLE.matcher(text).replaceAll("").replace("\r\n", "\n").replace('\r', '\n');
        return CONTROL.matcher(plain).replaceAll("").replace('\u00A0', ' ').strip();
    }

    /** The same for all spellings of a name: small letters and digits, one blank between words. */
    public static String key(String text) {
        String apart = text.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2");
        String bare = ACCENT.matcher(
                        Normalizer.normalize(INVISIBLE.matcher(apart).replaceAll(""), Normalizer.Form.NFKD))
                .replaceAll("");
        return BETWEEN.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** The same for all spellings of a title, capitals in the middle of a word included. */
    public static String name(String text) {
        String bare = ACCENT.matcher(Normalizer.normalize(line(text), Normalizer.Form.NFKD))
                .replaceAll("");
        return BETWEEN.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    public static Set<String> of(String text) {
        return new LinkedHashSet<>(Arrays.asList(key(text).split(" ")));
    }

    /** At most so many characters. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
