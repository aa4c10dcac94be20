package milepost;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import milepost.access.AcceptLimits;
import milepost.access.People;
import milepost.access.link.UpdateLinks;
import milepost.access.member.Memberships;
import milepost.access.oidc.OpenIdSettings;
import milepost.access.oidc.SignOn;
import milepost.db.Database;
import milepost.exchange.RecordIntake;
import milepost.exchange.intake.Intake;
import milepost.exchange.intake.heading.Profiles;
import milepost.exchange.out.Exports;
import milepost.exchange.work.ImportRuns;
import milepost.exchange.work.Works;
import milepost.facts.Problem;
import milepost.facts.Reach;
import milepost.flags.Flags;
import milepost.flags.decision.TriagePolicy;
import milepost.news.News;
import milepost.news.outbox.SenderThreads;
import milepost.news.outbox.Transport;
import milepost.news.subscription.Channel;
import milepost.roadmap.Archive;
import milepost.roadmap.Imports;
import milepost.roadmap.Publishing;
import milepost.roadmap.Records;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.SlipLimit;
import milepost.roadmap.Trial;
import milepost.roadmap.Verification;
import milepost.roadmap.inbox.Cadence;
import milepost.roadmap.inbox.Inbox;
import milepost.roadmap.period.Periods;
import milepost.rules.RuleTimes;
import milepost.rules.Ruleset;
import milepost.rules.book.Drafts;
import milepost.rules.book.FolderWatch;
import milepost.rules.book.LiveFolder;
import milepost.rules.book.Rulebook;
import milepost.rules.worker.DraftWorker;
import milepost.rules.worker.Look;
import milepost.rules.worker.Request;
import milepost.web.calendar.RoadmapCalendar;
import milepost.web.layout.Backstage;
import milepost.web.layout.Desk;
import milepost.web.layout.Exchange;
import milepost.web.layout.Workbench;
import milepost.web.news.Recipients;
import org.jspecify.annotations.Nullable;

/** Everything the commands work with, wired in one straight line and closed in reverse. */
final class App implements AutoCloseable {
    private static final int SAMPLED_AT_ONCE = 5;

    private final Database database;
    private final boolean named;
    private final @Nullable Path place;
    private final Rulebook rulebook;
    private final LiveFolder folder;
    private final Drafts drafts;
    private final Flags flags;
    private final Roadmaps roadmaps;
    private final Publishing publishing;
    private final People people;
    private final Memberships members;
    private final Intake intake;
    private final Profiles profiles;
    private final RecordIntake recordIntake;
    private final Exports exports;
    private final Works works = new Works();
    private final ImportRuns runs;
    private final Desk desk;
    private @Nullable DraftWorker worker;
    private @Nullable News news;
    private final String location;
    private final RuleTimes times = new RuleTimes(System::nanoTime);
    private int sampled;
    private final InstantSource clock;
    private final ExecutorService cases = Executors.newSingleThreadExecutor(App::casesThread);

    /**
     * How strict this installation is.
     *
     * @param twoPersons whether rules are published by someone else than their writer
     */
    record Policy(boolean twoPersons, AcceptLimits limits, TriagePolicy triage, SlipLimit slips, Cadence cadence) {
        static final Policy USUAL =
                new Policy(false, AcceptLimits.of(""), TriagePolicy.USUAL, SlipLimit.USUAL, Cadence.USUAL);

        Policy with(SlipLimit other) {
            return new Policy(twoPersons, limits, triage, other, cadence);
        }

        Policy ofTwoPersons(boolean two) {
            return new Policy(two, limits, triage, slips, cadence);
        }
    }

    App(String location, @Nullable Path rules, Policy policy, InstantSource clock) {
        this.clock = clock;
        this.location = location;
        this.named = rules != null;
        this.place = place(rules);
        this.database = Database.open(location, clock);
        this.rulebook = rulebook(database, place);
        this.flags = new Flags(database, policy.triage(), News.watch());
        this.roadmaps = new Roadmaps(database, flags, rulebook::live, policy.slips());
        this.drafts = new Drafts(database, rulebook);
        this.folder = new LiveFolder(database, rulebook, place, policy.twoPersons() ? drafts : null)
                .reviewedBy(files -> publishing().reviewOnFacts(files));
        this.publishing = new Publishing(rulebook, drafts, folder, roadmaps, policy.twoPersons())
                .triedIn(Trial.in(this::worker, roadmaps));
        this.people = new People(database, policy.limits());
        this.members = new Memberships(database);
        Imports imports = new Imports(database, roadmaps);
        this.intake = new Intake(roadmaps, imports);
        Records records = new Records(database, roadmaps);
        this.recordIntake = new RecordIntake(roadmaps, records);
        this.exports = new Exports(
                roadmaps, flags, records, new RoadmapCalendar(roadmaps, flags, rulebook::live, clock).withoutLinks());
        this.profiles = new Profiles(database);
        this.runs = new ImportRuns(database, works);
        this.desk = new Desk(
                new Inbox(database, roadmaps, flags, policy.cadence()),
                new UpdateLinks(database),
                new Periods(database, roadmaps, archive(), rulebook));
    }

    /** Brings the rules folder and the rulebook in line, and keeps them so until the watch is closed; cases run beside all that. */
    FolderWatch watchRules() {
        worker();
        rulebook.runCasesIn(cases, folder::warnings);
        folder.align();
        return FolderWatch.start(folder, place, roadmaps::sweep);
    }

    /** Looks what a few rules take on one roadmap, both in turn; for a time when nobody waits. */
    void sampleRules() {
        List<String> keys = roadmaps.keys(Reach.EVERYTHING);
        if (!keys.isEmpty()) {
            Look look = roadmaps.looks(List.of(keys.get(Math.floorMod(sampled++, keys.size()))))
                    .get(0);
            times.sample(rulebook.live(), look.facts(), look.day(), SAMPLED_AT_ONCE);
        }
    }

    /** The database without user, password and parameters. */
    private static String shown(String location) {
        return location.replaceFirst("[?].*$", "").replaceFirst("//[^/@]*@", "//");
    }

    Ruleset ruleset() {
        return rulebook.live();
    }

    /** The rules of the folder that was named; for commands that only look. */
    Optional<Ruleset> findNamed() {
        return named ? Optional.of(LiveFolder.read(place).compile()) : Optional.empty();
    }

    /** Roadmaps and rules as they were. */
    Archive archive() {
        return new Archive(roadmaps, flags, rulebook);
    }

    Rulebook rulebook() {
        return rulebook;
    }

    /** What authors work with. */
    Workbench workbench() {
        return new Workbench(
                rulebook,
                drafts,
                publishing,
                folder,
                new Backstage(this::worker, times, Main.VERSION, shown(location)));
    }

    Publishing publishing() {
        return publishing;
    }

    Flags flags() {
        return flags;
    }

    Verification verification() {
        return new Verification(
                database,
                flags,
                hash -> hash.equals(rulebook.live().version())
                        ? Optional.of(rulebook.live())
                        : rulebook.findVersion(hash)
                                .map(version -> rulebook.files(version.number()).compile()));
    }

    Roadmaps roadmaps() {
        return roadmaps;
    }

    People people() {
        return people;
    }

    /** Signing in through an identity provider; null without one. */
    @Nullable SignOn signOn(@Nullable OpenIdSettings settings) {
        return settings == null ? null : new SignOn(database, people, settings);
    }

    /** Who may see and do what on which roadmap. */
    Memberships members() {
        return members;
    }

    Intake intake() {
        return intake;
    }

    /** What is told of flags by these ways. */
    News news(Map<Channel, Transport> ways) {
        if (news == null) {
            news = new News(database, new Recipients(people, members(), desk.links()), ways);
        }
        return news;
    }

    /** Sends what is due until closed. */
    SenderThreads sending() {
        return new SenderThreads(news(Map.of()).sender());
    }

    /** What is to be exchanged with files. */
    Exchange exchange() {
        return new Exchange(intake, profiles, recordIntake, exports, works, runs);
    }

    /** What officers and managers work with day by day. */
    Desk desk() {
        return desk;
    }

    RecordIntake recordIntake() {
        return recordIntake;
    }

    Exports exports() {
        return exports;
    }

    Profiles profiles() {
        return profiles;
    }

    InstantSource clock() {
        return clock;
    }

    /** What tries drafts; its children start with the first use. */
    synchronized DraftWorker worker() {
        if (worker == null) {
            worker = DraftWorker.start(
                    () -> Request.test(rulebook.current().files().rules(), List.of()));
        }
        return worker;
    }

    private static Thread casesThread(Runnable work) {
        Thread thread = new Thread(work, "rule-cases");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        works.close();
        cases.shutdownNow();
        if (worker != null) {
            worker.close();
        }
        database.close();
    }

    /** Where the rules are: the folder named, that of the checkout the program runs in, or null for those packed into it. */
    static @Nullable Path place(@Nullable Path rules) {
        if (rules != null && !Files.isDirectory(rules)) {
            throw new CannotRun("There is no folder " + rules + " with rules; choose another with --rules.");
        }
        Path checkout = Path.of("rules");
        return rules != null || !Files.isDirectory(checkout.resolve("schedule")) ? rules : checkout;
    }

    private static Rulebook rulebook(Database database, @Nullable Path place) {
        try {
            return Rulebook.open(database, () -> LiveFolder.read(place));
        } catch (Problem unusable) {
            database.close();
            throw new CannotRun(unusable.getMessage() + " Run \"rules check\" for all problems.");
        }
    }
}
