package milepost.web.api.http;

/** Which characters a text may hold. */
final class Characters {
    private Characters() {}

    /** Whether there is a control character other than tab and line ends, or half a surrogate pair. */
    static boolean unusable(String text) {
        return text.codePoints().anyMatch(Characters::unusable);
    }

    /** The text with each unusable character replaced, so that it can be shown. */
    static String shown(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().limit(200).forEach(c -> clean.appendCodePoint(unusable(c) ? 0xFFFD : c));
        return clean.toString();
    }

    private static boolean unusable(int c) {
        boolean control = Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
        return control || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
