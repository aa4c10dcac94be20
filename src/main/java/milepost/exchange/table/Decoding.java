package milepost.exchange.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import milepost.facts.Problem;

/**
 * The text of a file whose encoding nobody names.
 *
 * @param encoding what it was taken for
 */
public record Decoding(String text, String encoding) {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** UTF-8, UTF-16 or UTF-32 by its mark, UTF-16 or UTF-8 by its form, else Windows-1252; INVALID when it is no text at all. */
    static Decoding of(byte[] bytes) {
        Decoding read = read(bytes);
        int nul = read.text.indexOf('\0');
        if (nul >= 0) {
            long line = read.text.substring(0, nul).lines().count();
            throw new Problem(
                    Problem.Kind.INVALID,
                    "Line " + Math.max(1, line)
                            + " holds a NUL character, so this is no text in an encoding that is known here "
                            + "(UTF-8, UTF-16, Windows-1252); save it as CSV (UTF-8) or as an Excel workbook (.xlsx).");
        }
        return read;
    }

    /** The text of JSON, which is UTF-8 with or without a mark; INVALID when it is not. */
    public static String json(byte[] bytes) {
        Charset wide = starts(bytes, 0xFF, 0xFE)
                ? StandardCharsets.UTF_16LE
                : starts(bytes, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : Wide.guess(bytes);
        if (wide != null) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "The file is in " + wide.name() + ", but JSON must be UTF-8; save it as UTF-8 and send it again.");
        }
        try {
            return strictly(bytes, starts(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new Problem(
                    Problem.Kind.INVALID, "The file is not UTF-8, as JSON must be; save it so and send it again.");
        }
    }

    private static Decoding read(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return marked(bytes, 3, StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xFF, 0xFE, 0, 0)) {
            return marked(bytes, 4, Charset.forName("UTF-32LE"));
        }
        if (starts(bytes, 0, 0, 0xFE, 0xFF)) {
            return marked(bytes, 4, Charset.forName("UTF-32BE"));
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return marked(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return marked(bytes, 2, StandardCharsets.UTF_16BE);
        }
        Charset wide = Wide.guess(bytes);
        if (wide != null) {
            return unmarked(bytes, wide);
        }
        try {
            return new Decoding(strictly(bytes, 0, StandardCharsets.UTF_8), "UTF-8");
        } catch (CharacterCodingException notUtf8) {
            refuseHalves(bytes);
            return new Decoding(new String(bytes, WESTERN), "Windows-1252");
        }
    }

    /** Half of a pair of UTF-16, written as if it were UTF-8: neither that nor text of Windows-1252. */
    private static void refuseHalves(byte[] bytes) {
        int line = 1;
        for (int i = 0; i + 2 < bytes.length; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
            if ((bytes[i] & 0xFF) == 0xED && (bytes[i + 1] & 0xE0) == 0xA0 && (bytes[i + 2] & 0xC0) == 0x80) {
                throw new Problem(
                        Problem.Kind.INVALID,
                        "Line " + line
                                + " holds half of a character (a lone surrogate); save the file again as CSV (UTF-8).");
            }
        }
    }

    private static Decoding unmarked(byte[] bytes, Charset wide) {
        try {
            return new Decoding(strictly(bytes, 0, wide), wide.name() + " without a mark");
        } catch (CharacterCodingException e) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "The file looks like " + wide.name() + " but cannot be read so; save it again as CSV (UTF-8).");
        }
    }

    private static Decoding marked(byte[] bytes, int from, Charset charset) {
        try {
            return new Decoding(strictly(bytes, from, charset), charset.name() + " with its mark");
        } catch (CharacterCodingException e) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "The file begins as " + charset.name() + " but is not; save it again as CSV (UTF-8).");
        }
    }

    private static String strictly(byte[] bytes, int from, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                .toString();
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
