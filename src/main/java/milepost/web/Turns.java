package milepost.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import milepost.web.layout.Visitor;

/**
 * Trying drafts, in turn: each author one request at a time with a few that wait, and few of all authors together, so that whoever
 * sends many slows nobody down but themselves. What is too much is refused before its body is read, and told when to come again.
 */
final class Turns {
    private static final int OF_ONE_AUTHOR = 3;
    private static final int OF_ALL = 12;
    private static final int LONGEST_WAIT_SECONDS = 15;

    /** The requests of one author that are here. */
    private static final class Queue {
        private final Semaphore turn = new Semaphore(1, true);
        private int present;
    }

    /** Half of the machine is for everybody else. */
    private final Semaphore working =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private final Map<String, Queue> queues = new HashMap<>();
    private int present;

    /** The same handler, in turn. */
    Handler each(Handler handler) {
        return ctx -> {
            String author = Visitor.person(ctx).name();
            Queue queue = enter(ctx, author);
            try {
                inTurn(ctx, queue, handler);
            } finally {
                leave(author, queue);
            }
        };
    }

    private void inTurn(Context ctx, Queue queue, Handler handler) throws Exception {
        if (!queue.turn.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
            throw refused(ctx, 429, "Your rules are still being tried; wait for the answer and send again.");
        }
        try {
            if (!working.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw refused(ctx, 503, "Too many drafts are being tried at the moment; send again in a few seconds.");
            }
            try {
                handler.handle(ctx);
            } finally {
                working.release();
            }
        } finally {
            queue.turn.release();
        }
    }

    private synchronized Queue enter(Context ctx, String author) {
        Queue queue = queues.computeIfAbsent(author, a -> new Queue());
        if (queue.present >= OF_ONE_AUTHOR) {
            throw refused(ctx, 429, "Your rules are still being tried; wait for the answer and send again.");
        }
        if (present >= OF_ALL) {
            throw refused(ctx, 503, "Too many drafts are being tried at the moment; send again in a few seconds.");
        }
        queue.present++;
        present++;
        return queue;
    }

    private synchronized void leave(String author, Queue queue) {
        present--;
        queue.present--;
        if (queue.present == 0) {
            queues.remove(author);
        }
    }

    private static HttpResponseException refused(Context ctx, int status, String message) {
        ctx.header("Retry-After", status == 429 ? "1" : "5");
        return new HttpResponseException(status, message, Map.of());
    }
}
