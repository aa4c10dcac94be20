package milepost.web.layout;

import java.io.IOException;
import java.io.InputStream;
import milepost.facts.Problem;

/** Files that are sent to be imported. */
public final class Uploads {
    /** Largest file in bytes. */
    public static final int LARGEST = 16_000_000;

    private Uploads() {}

    /** Reads a file to its end, but not beyond what is taken: TOO_LARGE then. */
    public static byte[] read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw tooLarge();
        }
        return bytes;
    }

    public static Problem tooLarge() {
        return new Problem(
                Problem.Kind.TOO_LARGE,
                "The file is larger than " + LARGEST / 1_000_000
                        + " MB. Split it, or use the command import, which takes 64 MB.");
    }
}
