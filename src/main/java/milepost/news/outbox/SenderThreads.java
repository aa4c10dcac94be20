package milepost.news.outbox;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import milepost.news.subscription.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a sender look every second for what is due, until closed. Programs that answer slowly do not hold up mail. */
public final class SenderThreads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SenderThreads.class);
    private static final int FOR_WEBHOOKS = 3;
    private static final int LONGEST_STOP_SECONDS = 5;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(FOR_WEBHOOKS + 2, work -> {
        Thread thread = new Thread(work, "news");
        thread.setDaemon(true);
        return thread;
    });

    /** Begins at once with what is due already, from before a stop or a crash. */
    public SenderThreads(Sender sender) {
        every(sender::gather);
        threads.scheduleWithFixedDelay(() -> guarded(sender::tidy), 1, 360, TimeUnit.MINUTES);
        every(() -> sendAll(sender, Channel.MAIL));
        for (int i = 0; i < FOR_WEBHOOKS; i++) {
            every(() -> sendAll(sender, Channel.WEBHOOK));
        }
    }

    private void every(Runnable work) {
        threads.scheduleWithFixedDelay(() -> guarded(work), 0, 1, TimeUnit.SECONDS);
    }

    private void sendAll(Sender sender, Channel channel) {
        boolean more = true;
        while (more && !threads.isShutdown()) {
            more = sender.send(channel);
        }
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("sending news failed and will be tried again", e);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
