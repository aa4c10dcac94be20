package milepost.rules.language.syntax;

import java.util.stream.IntStream;

/** Characters that cannot be seen: what an editor shows must be what is read. */
public final class HiddenCharacters {
    /** Letters, marks and symbols that fonts show as nothing: fillers, joiners, variation selectors. */
    private static final String BLANKS = blanks();

    private HiddenCharacters() {}

    private static String blanks() {
        StringBuilder all = new StringBuilder();
        IntStream.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0)
                .forEach(all::appendCodePoint);
        IntStream.rangeClosed(0x180B, 0x180F).forEach(all::appendCodePoint);
        IntStream.rangeClosed(0xFE00, 0xFE0F).forEach(all::appendCodePoint);
        return all.toString();
    }

    /** Whether this one cannot be seen; a line break and a tab can. */
    public static boolean include(int point) {
        if (point == '\n' || point == '\t') {
            return false;
        }
        if (BLANKS.indexOf(point) >= 0 || (point >= 0xE0100 && point <= 0xE01EF)) {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
