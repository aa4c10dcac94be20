package milepost.web.news;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import milepost.access.member.Rights;
import milepost.news.live.Live;
import milepost.news.live.LiveChange;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Visitor;
import milepost.web.signin.BearerToken;
import milepost.web.signin.SessionCookie;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections that are told what changes. Twice a second one thread looks in the database for numbers that are new, which other
 * nodes may have written; a few others tell the connections, each of which keeps its place, so that a slow one holds up none.
 */
public final class Streams implements AutoCloseable {
    static final int MOST = 400;
    static final int MOST_OF_ONE = 12;
    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    private static final int AT_ONCE = 500;
    private static final int BEATS = 20; // looks from one beat to the next

    private static final Pattern PAGES = Pattern.compile("/|/flags|/roadmaps/[^/.]+(/milestones/[^/]+)?");

    private final Parts parts;
    private final Live live;
    private final Queue<Stream> open = new ConcurrentLinkedQueue<>(); // the oldest first
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(Streams::thread);
    private final ExecutorService telling = Executors.newFixedThreadPool(4, Streams::thread);
    private long looks;

    public Streams(Parts parts) {
        this.parts = parts;
        this.live = parts.news().live();
        looking.scheduleWithFixedDelay(this::look, 500, 500, TimeUnit.MILLISECONDS);
    }

    /** Says that there is a stream, without one. */
    public static void head(Context ctx) {
        ctx.contentType("text/event-stream").header("Cache-Control", "no-store");
    }

    /** Connects, or answers a program that asks for JSON once with what came after a number. */
    public void open(Context ctx) {
        String accept = Objects.requireNonNullElse(ctx.header("Accept"), "*/*");
        if (accept.contains("application/json") && !accept.contains("text/event-stream")) {
            LiveList.answer(ctx, live);
            return;
        }
        String person = Visitor.person(ctx).name();
        if (open.size() >= MOST) {
            ctx.header("Retry-After", "30");
            throw new HttpResponseException(503, "Too many pages are connected; close some.", Map.of());
        }
        Supplier<Optional<Rights>> rights = rights(ctx);
        long seen = LiveList.since(ctx).orElseGet(live::last);
        giveWay(person);
        begin(ctx);
        ctx.async(config -> config.timeout = 0, () -> begin(new SseClient(ctx), person, rights, seen));
    }

    /** Sends the head at once. Javalin's own handler asks for the type by name, and most programs take any. */
    private static void begin(Context ctx) {
        ctx.contentType("text/event-stream; charset=utf-8");
        ctx.header("Cache-Control", "no-store");
        ctx.header("Connection", "close");
        ctx.header("X-Accel-Buffering", "no");
        try {
            ctx.res().flushBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends the oldest connections of a person who has too many. They are mostly pages that were left: that a browser is gone shows
     * only when it is written to. One that is still looked at connects again and catches up.
     */
    private void giveWay(String person) {
        List<Stream> theirs =
                open.stream().filter(s -> s.person().equals(person)).toList();
        theirs.stream().limit(Math.max(0, theirs.size() - MOST_OF_ONE + 1)).forEach(Stream::close);
    }

    /** Marks the request of a page that is told of changes with the number of the last change before anything is read for it. */
    public void number(Context ctx) {
        boolean whole = ctx.method().toString().equals("GET") && ctx.header("HX-Request") == null;
        if (whole && PAGES.matcher(ctx.path()).matches()) {
            ctx.attribute(Pages.LIVE, live.last());
        }
    }

    /** How many are connected. */
    public int count() {
        return open.size();
    }

    private void begin(SseClient client, String person, Supplier<Optional<Rights>> rights, long seen) {
        Stream stream = new Stream(client, person, rights, seen);
        // whoever has gone already shows at the first beat: by then the connection must be one that can end
        stream.onClose(() -> open.remove(stream));
        open.add(stream);
        stream.beat();
        if (looking.isShutdown()) {
            stream.close();
        }
    }

    /** What the asker may do, asked again each time: sessions and tokens end, and so do rights. */
    private Supplier<Optional<Rights>> rights(Context ctx) {
        String token = BearerToken.find(ctx).orElse(null);
        if (token != null) {
            return () -> parts.people()
                    .findToken(token)
                    .map(held -> parts.members().rights(held.person(), new Rights.Limit(held.role(), held.roadmaps())));
        }
        String session = SessionCookie.find(ctx).orElse("");
        return () -> parts.people().findBySession(session).map(parts.members()::rights);
    }

    private void look() {
        try {
            looks++;
            if (open.isEmpty()) {
                return;
            }
            boolean beat = looks % BEATS == 0;
            long last = live.last();
            long first = open.stream().mapToLong(Stream::seen).min().orElse(last);
            List<LiveChange> changes = first < last ? live.after(first, AT_ONCE) : List.of();
            for (Stream stream : open) {
                if ((beat || stream.seen() < last) && stream.take()) {
                    telling.execute(() -> tell(stream, changes, beat));
                }
            }
        } catch (RuntimeException e) {
            LOG.error("connected pages could not be told what changed", e);
        }
    }

    private static void tell(Stream stream, List<LiveChange> changes, boolean beat) {
        try {
            stream.tell(changes);
            if (beat) {
                stream.beat();
            }
        } catch (RuntimeException e) {
            LOG.debug("a connection broke", e);
            stream.close();
        } finally {
            stream.release();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "live");
        thread.setDaemon(true);
        return thread;
    }

    /** Ends all connections, so that the server can stop at once; pages connect again by themselves. */
    @Override
    public void close() {
        looking.shutdownNow();
        telling.shutdownNow();
        open.forEach(Stream::close);
    }
}
