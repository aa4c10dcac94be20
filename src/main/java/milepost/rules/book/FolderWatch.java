package milepost.rules.book;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the rules folder while the program runs: what is saved there is taken in once the folder has been quiet for a moment.
 *
 * <p>The operating system's notices only make it fast; folders that give none, such as network shares, are looked at regularly.
 */
public final class FolderWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    private static final long LOOK_AFTER_MILLIS = 2_000;
    private static final long QUIET_MILLIS = 300;

    private final LiveFolder folder;
    private final @Nullable Path path;
    private final Runnable published;
    private final Thread thread;
    private volatile boolean stopped;

    private FolderWatch(LiveFolder folder, @Nullable Path path, Runnable published) {
        this.folder = folder;
        this.path = path;
        this.published = published;
        this.thread = new Thread(this::run, "rules-folder");
        thread.setDaemon(true);
    }

    /**
     * Begins to watch.
     *
     * @param path null for the packed rules, which never change
     * @param published what to do when other rules are in use than before
     */
    public static FolderWatch start(LiveFolder folder, @Nullable Path path, Runnable published) {
        FolderWatch watch = new FolderWatch(folder, path, published);
        if (path != null) {
            watch.thread.start();
        }
        return watch;
    }

    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
    }

    private void run() {
        try (WatchService notices = FileSystems.getDefault().newWatchService()) {
            String seen = "";
            while (!stopped) {
                seen = look(notices, seen);
            }
        } catch (IOException e) {
            LOG.error("the rules folder cannot be watched; changes on disk need a restart", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String look(WatchService notices, String seen) throws InterruptedException {
        register(notices);
        WatchKey notice = notices.poll(LOOK_AFTER_MILLIS, TimeUnit.MILLISECONDS);
        String now = folder.fingerprint();
        boolean quiet = now.equals(seen);
        while (!quiet) {
            Thread.sleep(QUIET_MILLIS);
            String later = folder.fingerprint();
            quiet = later.equals(now);
            now = later;
        }
        if (notice != null) {
            notice.pollEvents();
            notice.reset();
        }
        return now.equals(seen) || align() ? now : "again";
    }

    /** Whether it need not be done again. */
    private boolean align() {
        try {
            if (folder.align()) {
                published.run();
            }
            return folder.problems().stream().noneMatch(p -> p.code().equals(LiveFolder.TRY_AGAIN));
        } catch (RuntimeException e) {
            LOG.error("the rules folder could not be taken in and will be tried again", e);
            return false;
        }
    }

    /** Registering a folder again costs nothing, and a new one must not be missed. */
    private void register(WatchService notices) {
        if (path == null || !Files.isDirectory(path)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(path.toRealPath())) {
            for (Path each : walk.filter(Files::isDirectory).toList()) {
                each.register(
                        notices,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("no notices of changes in {}", path, e);
        }
    }
}
