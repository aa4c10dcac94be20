package milepost.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import milepost.web.layout.Uploads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a client is still sending when its answer is known, such as a large file that its sender may not send. A connection that is
 * closed while the client writes breaks for it before it reads why it was refused; so the rest is read and thrown away first.
 */
final class Leftovers {
    /** More than is ever taken is not read to its end; nor is what comes slowly. */
    private static final long MOST_BYTES = 2L * Uploads.LARGEST;

    private static final long MOST_NANOS = 10_000_000_000L;
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private Leftovers() {}

    /** Reads what is left; a client that asked first whether to send has sent nothing, and is not told to. */
    static void drop(Context ctx) {
        boolean sent = ctx.contentLength() > 0 || ctx.header("Transfer-Encoding") != null;
        if (!sent || ctx.statusCode() < 300 || ctx.header("Expect") != null || ctx.contentLength() > MOST_BYTES) {
            return;
        }
        byte[] thrown = new byte[16_384];
        long end = System.nanoTime() + MOST_NANOS;
        long left = MOST_BYTES;
        try {
            InputStream in = ctx.req().getInputStream();
            int read = in.read(thrown);
            while (read >= 0 && left > 0 && System.nanoTime() < end) {
                left -= read;
                read = in.read(thrown);
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("the rest of {} {} could not be read", ctx.method(), ctx.path(), e);
        }
    }
}
