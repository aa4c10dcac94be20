package milepost.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import milepost.Databases;
import milepost.access.People;
import milepost.access.Role;
import milepost.access.link.UpdateLinks;
import milepost.access.member.Memberships;
import milepost.access.oidc.OpenIdSettings;
import milepost.access.oidc.SignOn;
import milepost.db.Columns;
import milepost.db.Database;
import milepost.exchange.RecordIntake;
import milepost.exchange.RoadmapFile;
import milepost.exchange.intake.Intake;
import milepost.exchange.intake.heading.Profiles;
import milepost.exchange.out.Exports;
import milepost.exchange.work.ImportRuns;
import milepost.exchange.work.Works;
import milepost.flags.Flags;
import milepost.flags.decision.TriagePolicy;
import milepost.news.News;
import milepost.news.outbox.Transport;
import milepost.news.subscription.Channel;
import milepost.roadmap.Archive;
import milepost.roadmap.Imports;
import milepost.roadmap.Publishing;
import milepost.roadmap.Records;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.Trial;
import milepost.roadmap.Verification;
import milepost.roadmap.inbox.Cadence;
import milepost.roadmap.inbox.Inbox;
import milepost.roadmap.period.Periods;
import milepost.rules.RuleFolder;
import milepost.rules.RuleTimes;
import milepost.rules.book.Drafts;
import milepost.rules.book.LiveFolder;
import milepost.rules.book.RuleFiles;
import milepost.rules.book.Rulebook;
import milepost.rules.worker.DraftWorker;
import milepost.web.calendar.RoadmapCalendar;
import milepost.web.layout.Backstage;
import milepost.web.layout.Desk;
import milepost.web.layout.Exchange;
import milepost.web.layout.Parts;
import milepost.web.layout.Workbench;
import milepost.web.news.Recipients;
import org.jspecify.annotations.Nullable;

/** The whole site for a test: a free port, a new database with the example, a clock that can be set, and browsers. */
public final class Site implements AutoCloseable {
    private final Databases.Clock clock;
    private final Database database;
    private final Parts parts;
    private final Path folder;
    private final Server server;
    private final Works works = new Works();
    private final Map<Role, String> sessions = new EnumMap<>(Role.class);
    private final List<BrowserContext> contexts = new ArrayList<>();

    /** Children that try drafts, one set for all sites of a test run. */
    private static final class Children {
        static final DraftWorker WORKER = DraftWorker.start();
    }

    private Site(Databases kind, String instant, boolean example, boolean twoPersons) {
        this(kind, instant, example, twoPersons, Map.of(), null);
    }

    private Site(
            Databases kind,
            String instant,
            boolean example,
            boolean twoPersons,
            Map<Channel, Transport> ways,
            @Nullable OpenIdSettings openId) {
        clock = new Databases.Clock(instant);
        database = kind.open(clock);
        folder = copyOfRules();
        Rulebook book = Rulebook.open(database, () -> LiveFolder.read(folder));
        LiveFolder live = new LiveFolder(database, book, folder, null);
        live.align();
        Flags flags = new Flags(database, TriagePolicy.USUAL, News.watch());
        Roadmaps roadmaps = new Roadmaps(database, flags, book::live);
        Drafts drafts = new Drafts(database, book);
        Publishing publishing = new Publishing(book, drafts, live, roadmaps, twoPersons)
                .triedIn(Trial.in(() -> Children.WORKER, roadmaps));
        Backstage backstage =
                new Backstage(() -> Children.WORKER, new RuleTimes(System::nanoTime), "of the tests", "test.db");
        People people = new People(database);
        parts = new Parts(
                roadmaps,
                flags,
                new Workbench(book, drafts, publishing, live, backstage),
                people,
                new Memberships(database),
                clock,
                exchange(roadmaps, flags, book),
                new Desk(
                        new Inbox(database, roadmaps, flags, Cadence.USUAL),
                        new UpdateLinks(database),
                        new Periods(database, roadmaps, new Archive(roadmaps, flags, book), book)),
                news(ways),
                openId == null ? null : new SignOn(database, people, openId));
        for (Role role : Role.values()) {
            people().add(name(role), name(role) + " of the tests", role);
        }
        if (example) {
            RoadmapFile.Content content = RoadmapFile.read(read(Path.of("db/example/rare-earth.json")));
            roadmaps.importDated(content.roadmap(), content.changes());
        }
        server = Server.start(parts, "127.0.0.1", 0);
    }

    /** With the example roadmap, at that instant. */
    public static Site open(String instant) {
        return new Site(Databases.SQLITE, instant, true, false);
    }

    /** The same on that kind of database. */
    public static Site on(Databases kind, String instant) {
        return new Site(kind, instant, true, false);
    }

    /** Without any roadmap. */
    public static Site empty(String instant) {
        return new Site(Databases.SQLITE, instant, false, false);
    }

    /** With the example roadmap, where rules are published by someone else than their writer. */
    public static Site ofTwoPersons(String instant) {
        return new Site(Databases.SQLITE, instant, true, true);
    }

    /** With the example roadmap and these ways to tell news; only what a test sends is sent. */
    public static Site telling(String instant, Map<Channel, Transport> ways) {
        return new Site(Databases.SQLITE, instant, true, false, ways, null);
    }

    /** The same, where an identity provider signs people in. */
    public static Site telling(String instant, Map<Channel, Transport> ways, OpenIdSettings openId) {
        return new Site(Databases.SQLITE, instant, true, false, ways, openId);
    }

    /** With the example roadmap, where an identity provider signs people in. */
    public static Site withProvider(String instant, OpenIdSettings openId) {
        return new Site(Databases.SQLITE, instant, true, false, Map.of(), openId);
    }

    public String address() {
        return server.address();
    }

    public Databases.Clock clock() {
        return clock;
    }

    /** What the server was started with. */
    public Parts parts() {
        return parts;
    }

    public Roadmaps roadmaps() {
        return parts.roadmaps();
    }

    public Workbench workbench() {
        return parts.workbench();
    }

    /** Imports as a program sees them that shares nothing but the database with the server. */
    public ImportRuns importsOfAnotherProgram() {
        return new ImportRuns(database, works);
    }

    /** The rules folder of this site: a copy of the shipped rules. */
    public Path folder() {
        return folder;
    }

    public Flags flags() {
        return parts.flags();
    }

    public People people() {
        return parts.people();
    }

    /** A message to the first subscription that was given up; its id. */
    public long givenUp() {
        return database.write(tx -> tx.handle()
                .createUpdate("""
                        insert into delivery (subscription, channel, name, state, attempts, next_at, created_at, ended_at)
                        values (1, 'MAIL', :name, 'DEAD', 8, :now, :now, :now)
                        """)
                .bind("name", "given up " + System.nanoTime())
                .bind("now", Columns.text(tx.now()))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    /** What does not hold together in the database, in sentences. */
    public List<String> damage() {
        var book = workbench().book();
        return new Verification(
                        database,
                        flags(),
                        hash -> hash.equals(book.live().version())
                                ? Optional.of(book.live())
                                : book.findVersion(hash)
                                        .map(version ->
                                                book.files(version.number()).compile()))
                .run().stream().flatMap(check -> check.problems().stream()).toList();
    }

    /** Whether this text stands anywhere in what is written down. */
    public boolean holds(String text) {
        return database.read(
                tx -> tx
                        .handle()
                        .createQuery("select name from sqlite_master where type = 'table'")
                        .mapTo(String.class)
                        .list()
                        .stream()
                        .flatMap(table -> tx.handle().createQuery("select * from " + table).mapToMap().list().stream())
                        .anyMatch(row -> row.toString().contains(text)));
    }

    /** How much is written down: grows with everything that is stored. */
    public long written() {
        return database.read(tx -> Stream.of(
                        "change",
                        "fact",
                        "flag_event",
                        "trail",
                        "ruleset",
                        "kept_answer",
                        "evaluation_log",
                        "import_profile")
                .mapToLong(table -> tx.handle()
                        .createQuery("select count(*) from " + table)
                        .mapTo(Long.class)
                        .one())
                .sum());
    }

    /** The name under which the person of this role signs in. */
    public static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** A session of the person of this role, as its cookie carries it. */
    public String session(Role role) {
        return sessions.computeIfAbsent(role, r -> people().signInWithLink(people().link(name(r))));
    }

    /** A page in a browser where nobody is signed in. */
    public Page visitor(Screen screen) {
        return context(screen.options()).newPage();
    }

    /** A page in a browser where the person of this role is signed in. */
    public Page signedIn(Role role, Screen screen) {
        return signedIn(role, screen.options());
    }

    /** The same after the earlier session has ended. */
    public Page signedInAnew(Role role, Screen screen) {
        sessions.remove(role);
        return signedIn(role, screen);
    }

    /** The same with scripts switched off. */
    public Page signedInWithoutScripts(Role role, Screen screen) {
        return signedIn(role, screen.options().setJavaScriptEnabled(false));
    }

    private Page signedIn(Role role, Browser.NewContextOptions options) {
        BrowserContext context = context(options);
        context.addCookies(List.of(new Cookie("milepost_session", session(role)).setUrl(address())));
        return context.newPage();
    }

    private BrowserContext context(Browser.NewContextOptions options) {
        BrowserContext context = Chromium.browser().newContext(options.setBaseURL(address()));
        contexts.add(context);
        return context;
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
        server.close();
        works.close();
        database.close();
    }

    private News news(Map<Channel, Transport> ways) {
        return new News(
                database,
                new Recipients(new People(database), new Memberships(database), new UpdateLinks(database)),
                ways);
    }

    private static Path copyOfRules() {
        Path copy = Databases.temporaryFolder();
        RuleFiles.of(RuleFolder.read(Path.of("rules"))).texts().forEach((path, text) -> {
            try {
                Files.createDirectories(copy.resolve(path).getParent());
                Files.writeString(copy.resolve(path), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return copy;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Exchange exchange(Roadmaps roadmaps, Flags flags, Rulebook book) {
        Imports imports = new Imports(database, roadmaps);
        Records records = new Records(database, roadmaps);
        return new Exchange(
                new Intake(roadmaps, imports),
                new Profiles(database),
                new RecordIntake(roadmaps, records),
                new Exports(
                        roadmaps,
                        flags,
                        records,
                        new RoadmapCalendar(roadmaps, flags, book::live, clock).withoutLinks()),
                works,
                new ImportRuns(database, works));
    }
}
