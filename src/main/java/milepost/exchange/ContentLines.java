package milepost.exchange;

import java.nio.charset.StandardCharsets;

/** Lines of iCalendar: texts are escaped, long lines folded, and every line ends with CRLF. */
final class ContentLines {
    private static final int LONGEST = 75;

    private final StringBuilder out = new StringBuilder();

    /** A line with a value that is written as it is; what would end the line is left out. */
    ContentLines add(String name, String value) {
        fold(name + ":" + value.replaceAll("\\p{Cntrl}", ""));
        return this;
    }

    /** A line with a text, of whose control characters only line breaks are kept. */
    ContentLines text(String name, String value) {
        String escaped = value.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n")
                .replace('\t', ' ');
        return add(name, escaped);
    }

    /** The 75 octets count without the line break but with the space that begins a continued line; no character is cut. */
    private void fold(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int point = line.codePointAt(i);
            String character = Character.toString(point);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(character);
            octets += size;
            i += character.length();
        }
        out.append("\r\n");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
