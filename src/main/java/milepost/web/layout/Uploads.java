package milepost.web.layout;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import milepost.facts.Problem;

/** Files that are sent to be imported. */
public final class Uploads {
    /** Largest file in bytes. */
    public static final int LARGEST = 16_000_000;

    private static final String BODY = "body as a file";

    private Uploads() {}

    /** Reads a file to its end, but not beyond what is taken: TOO_LARGE then. */
    public static byte[] read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw tooLarge();
        }
        return bytes;
    }

    /** The body of a request as a file; the same however often it is asked for. */
    public static byte[] body(Context ctx) {
        byte[] known = ctx.attribute(BODY);
        if (known != null) {
            return known;
        }
        try {
            byte[] read = read(ctx.bodyInputStream());
            ctx.attribute(BODY, read);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Problem tooLarge() {
        return new Problem(
                Problem.Kind.TOO_LARGE,
                "The file is larger than " + LARGEST / 1_000_000
                        + " MB. Split it, or use the command import, which takes 64 MB.");
    }
}
