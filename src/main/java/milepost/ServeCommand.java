package milepost;

import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import milepost.access.Role;
import milepost.exchange.RoadmapFile;
import milepost.facts.Problem;
import milepost.facts.Reach;
import milepost.news.News;
import milepost.news.outbox.SenderThreads;
import milepost.rules.book.FolderWatch;
import milepost.web.Server;
import milepost.web.layout.Parts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the web application. */
@Command(name = "serve", description = "Starts the web application.", mixinStandardHelpOptions = true)
final class ServeCommand implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    @Mixin
    private Settings settings = new Settings();

    @Mixin
    private Strictness strictness = new Strictness();

    @Mixin
    private NewsOptions telling = new NewsOptions();

    @Mixin
    private OpenIdOptions openId = new OpenIdOptions();

    @Option(
            names = "--port",
            defaultValue = "${env:MILEPOST_PORT:-7070}",
            description = "Port to listen on; 0 for any that is free. Also MILEPOST_PORT. Default: 7070.")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "${env:MILEPOST_HOST:-127.0.0.1}",
            description = "Address to listen on. Also MILEPOST_HOST. Default: 127.0.0.1.")
    private String host = "127.0.0.1";

    @Option(
            names = "--trusted-proxies",
            paramLabel = "ADDRESS",
            split = ",",
            defaultValue = "${env:MILEPOST_TRUSTED_PROXIES:-}",
            description = "Proxies whose X-Forwarded-For is believed, such as 127.0.0.1; more after commas."
                    + " Also MILEPOST_TRUSTED_PROXIES. Default: none.")
    private Set<String> proxies = Set.of();

    @Option(
            names = "--log",
            defaultValue = "${env:MILEPOST_LOG:-text}",
            description = "How the log on stderr is written: text or json. Also MILEPOST_LOG. Default: text.")
    private LogFormat log = LogFormat.text;

    @Option(
            names = "--no-example",
            defaultValue = "${env:MILEPOST_NO_EXAMPLE:-false}",
            description = "Leaves an empty database empty. Also MILEPOST_NO_EXAMPLE=true.")
    private boolean noExample;

    @Override
    public void run() {
        log.use();
        if (port < 0 || port > 65_535) {
            throw Problem.of("--port", "A port is a number from 0 to 65535; " + port + " is none.");
        }
        CountDownLatch stopped = new CountDownLatch(1);
        AtomicReference<String> site = new AtomicReference<>("");
        try (App app = settings.open(strictness.policy());
                FolderWatch watch = app.watchRules();
                Server server = start(app, app.news(telling.ways(site::get)), site);
                SenderThreads senders = app.sending()) {
            ScheduledExecutorService sweep = Executors.newSingleThreadScheduledExecutor();
            sweep.scheduleWithFixedDelay(() -> sweep(app), 0, 60, TimeUnit.SECONDS);
            Thread main = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stopped.countDown();
                join(main);
            }));
            System.out.println("Milepost is at " + server.address());
            welcome(app, server);
            stopped.await();
            sweep.shutdown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Server start(App app, News news, AtomicReference<String> site) {
        if (!noExample && app.roadmaps().list(Reach.EVERYTHING).isEmpty()) {
            RoadmapFile.Content example = RoadmapFile.read(example());
            app.roadmaps().importDated(example.roadmap(), example.changes());
        }
        Parts parts = new Parts(
                app.roadmaps(),
                app.flags(),
                app.workbench(),
                app.people(),
                app.members(),
                app.clock(),
                app.exchange(),
                app.desk(),
                news,
                app.signOn(openId.settings()));
        try {
            Server server = Server.start(parts, host, port, proxies);
            site.set(telling.site(server.address()));
            return server;
        } catch (JavalinBindException e) {
            throw new CannotRun(
                    "Port " + port + " on " + host + " is taken or not allowed; choose another with --port.");
        }
    }

    /** Whoever starts an empty system is its first administrator. */
    private static void welcome(App app, Server server) {
        if (app.people().list().isEmpty()) {
            app.people().add("admin", "Administrator", Role.ADMIN);
            System.out.println(
                    "Sign in once with " + server.signInLink(app.people().link("admin")));
        }
        System.out.flush();
    }

    private static void sweep(App app) {
        try {
            app.publishing().sweep();
            app.sampleRules();
        } catch (RuntimeException e) {
            LOG.error("the sweep failed and will be tried again", e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String example() {
        try (InputStream in = ServeCommand.class.getResourceAsStream("/db/example/rare-earth.json")) {
            if (in == null) {
                throw new IllegalStateException("the program was built without its example");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the example cannot be read", e);
        }
    }
}
