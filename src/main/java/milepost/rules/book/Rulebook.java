package milepost.rules.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import milepost.db.Database;
import milepost.db.Trail;
import milepost.facts.Problem;
import milepost.rules.Ruleset;
import milepost.rules.cases.KnownCases;
import milepost.rules.language.RuleProblem;
import org.jspecify.annotations.Nullable;

/** The published versions of the rules. The newest that this program can compile is in use. */
public final class Rulebook {
    private static final int LONGEST_COMMENT = 500;
    private static final int LOOKED_AT = 200;

    /**
     * The rules in use.
     *
     * @param number of their version, 0 when they were never published
     */
    public record Current(long number, RuleFiles files, Ruleset ruleset) {}

    /** Changes of rule files up to a version, by path. */
    private record History(long number, Map<String, List<RuleChange>> changes) {}

    private final Database database;
    private final RulebookStore store = new RulebookStore();
    private final EarlierRules earlier;
    private volatile Current current;
    private final LiveCases cases = new LiveCases();
    private volatile @Nullable History history;

    private Rulebook(Database database, Current unpublished) {
        this.database = database;
        this.earlier = new EarlierRules(database, store);
        this.current = unpublished;
        refresh();
    }

    /**
     * Opens the rulebook of a database.
     *
     * @param shipped the rules to use as long as nothing usable was published; INVALID when they are needed and have errors
     */
    public static Rulebook open(Database database, Supplier<RuleFiles> shipped) {
        RulebookStore store = new RulebookStore();
        Current usable = database.read(store::newest) == 0 ? null : newestUsable(database, store);
        if (usable == null) {
            RuleFiles files = shipped.get();
            usable = new Current(0, files, files.compile());
        }
        return new Rulebook(database, usable);
    }

    /** The rules in use, with their files. */
    public Current current() {
        return current;
    }

    /** The rules in use, compiled. */
    public Ruleset live() {
        return current.ruleset();
    }

    /** The cases of the rules in use with their results; only those run whose texts, or those of their rules, have changed. */
    public Examples examples() {
        return cases.of(current);
    }

    /** What would keep the rules in use, the first of a database or brought back, from being published again; what is known of it. */
    public List<RuleProblem> warnings() {
        return cases.warnings(current);
    }

    /** From now on the cases of the rules in use are run there and nobody waits for them; {@code after} follows each time. */
    public void runCasesIn(Executor executor, Runnable after) {
        cases.runIn(executor, after);
    }

    /** What came of cases, of whatever rules, by the texts they depend on. */
    public KnownCases knownCases() {
        return cases.known();
    }

    /** The publications that changed a rule file, up to the version in use, newest first; the texts of a file count from 1. */
    public List<RuleChange> changes(String path) {
        return changes().getOrDefault(path, List.of());
    }

    /** The same for every rule file, by path. */
    public Map<String, List<RuleChange>> changes() {
        long now = current.number();
        History known = history;
        if (known == null || known.number() != now) {
            known = new History(
                    now,
                    database.read(tx -> store.changes(tx, now)).stream()
                            .collect(Collectors.groupingBy(RuleChange::path)));
            history = known;
        }
        return known.changes();
    }

    /** What each of these publications did to its file, in the same order; {@code all} goes on to the first one. */
    public List<FileDiff> diffs(List<RuleChange> all) {
        return database.read(tx -> {
            List<FileDiff> diffs = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                RuleChange now = all.get(i);
                String before = i + 1 == all.size()
                        ? null
                        : store.findText(tx, all.get(i + 1).ruleset(), now.path())
                                .orElse(null);
                diffs.add(FileDiff.of(
                        now.path(),
                        before,
                        store.findText(tx, now.ruleset(), now.path()).orElse(null)));
            }
            return diffs;
        });
    }

    /** Newest first, those with a smaller number than {@code before} if given. */
    public List<RulesetVersion> versions(@Nullable Long before, int limit) {
        return versions(before, null, limit);
    }

    /** Of these only those published at an instant or before. */
    public List<RulesetVersion> versions(@Nullable Long before, @Nullable Instant until, int limit) {
        return database.read(tx -> store.list(tx, before, until, limit));
    }

    /** One version; NOT_FOUND when there is none of this number. */
    public RulesetVersion version(long number) {
        return database.read(tx -> store.find(tx, number)).orElseThrow(() -> none(number));
    }

    /** The newest version whose compiled rules have this hash. */
    public Optional<RulesetVersion> findVersion(String hash) {
        return database.read(tx -> store.find(tx, hash));
    }

    /** The rules in use, with when they were published. */
    public InForce inForce() {
        Current now = current;
        return database.read(tx -> store.find(tx, now.number()))
                .map(version -> InForce.of(version, false, now.ruleset()))
                .orElseGet(() -> InForce.unpublished(now));
    }

    /**
     * The rules that judge what was known at an instant: the newest usable version published by then. Where nothing was published by
     * then, the oldest version; where nothing was ever published, the rules in use.
     */
    public InForce inForce(Instant at) {
        return earlier.find(at).orElseGet(() -> InForce.unpublished(current));
    }

    /** The rules with this hash that were in force at an instant; as {@link #inForce(Instant)} when they are not kept. */
    public InForce inForce(String hash, Instant at) {
        Current now = current;
        return earlier.find(hash, at)
                .orElseGet(() -> now.ruleset().version().equals(hash) ? InForce.unpublished(now) : inForce(at));
    }

    /** The files of a version; NOT_FOUND when there is none of this number. */
    public RuleFiles files(long number) {
        Current now = current;
        if (now.number() == number) {
            return now.files();
        }
        version(number);
        return database.read(tx -> store.files(tx, number));
    }

    /**
     * Publishes files as the next version; from then on it is in use.
     *
     * <p>INVALID when the files have errors, nothing differs or the comment is missing; CONFLICT when the newest version is not
     * {@code base} any more.
     */
    public RulesetVersion publish(Publication publication, RuleFiles files, long base) {
        return publish(publication, files, files.compile(), base);
    }

    /** The same with files that were compiled already. */
    public RulesetVersion publish(Publication publication, RuleFiles files, Ruleset ruleset, long base) {
        String comment = comment(publication.comment());
        RulesetVersion version = database.write(tx -> {
            long newest = store.newest(tx);
            if (newest != base) {
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "Version " + newest + " was published meanwhile; look at what it changes and publish again.");
            }
            if (newest > 0 && store.files(tx, newest).equals(files)) {
                throw new Problem(
                        Problem.Kind.INVALID, "Nothing differs from version " + newest + ", which is in use.");
            }
            RulesetVersion next = new RulesetVersion(
                    newest + 1,
                    ruleset.version(),
                    tx.now(),
                    publication.by(),
                    publication.writer(),
                    publication.cause(),
                    comment,
                    publication.restored());
            store.add(tx, next, files);
            Trail.add(tx, deed(next));
            return next;
        });
        use(new Current(version.number(), files, ruleset));
        return version;
    }

    /** Brings the rules of an earlier version back as the next version; refusals as {@link #publish}, and NOT_FOUND. */
    public RulesetVersion restore(String by, long number, String comment) {
        RuleFiles files = files(number);
        Publication back = new Publication(by, by, RulesetVersion.Cause.RESTORE, comment, number);
        return publish(back, files, current.number());
    }

    /** Whether exactly these files are, or once were, a published version; looks at the newest ones. */
    boolean wasPublished(RuleFiles files) {
        return versions(null, LOOKED_AT).stream()
                .anyMatch(v -> files(v.number()).equals(files));
    }

    /** Uses what another process may have published; says whether the rules in use changed. */
    public boolean refresh() {
        Current before = current;
        if (database.read(store::newest) <= before.number()) {
            return false;
        }
        Current newest = newestUsable(database, store);
        if (newest != null) {
            use(newest);
        }
        return current.number() != before.number();
    }

    private static Trail.Deed deed(RulesetVersion version) {
        String writer = version.writer().equals(version.by()) ? "" : ", written by " + version.writer();
        return new Trail.Deed(
                Trail.Kind.PUBLICATION,
                version.by(),
                null,
                "rules, version " + version.number() + writer,
                version.comment(),
                String.valueOf(version.number()),
                version.hash());
    }

    private synchronized void use(Current next) {
        if (next.number() > current.number()) {
            current = next;
        }
    }

    private static @Nullable Current newestUsable(Database database, RulebookStore store) {
        Long before = null;
        while (true) {
            Long below = before;
            List<RulesetVersion> next = database.read(tx -> store.list(tx, below, null, 1));
            if (next.isEmpty()) {
                return null;
            }
            long number = next.get(0).number();
            RuleFiles files = database.read(tx -> store.files(tx, number));
            Ruleset ruleset = Ruleset.compile(files.rules()).ruleset();
            if (ruleset != null) {
                return new Current(number, files, ruleset);
            }
            before = number;
        }
    }

    static String comment(String comment) {
        String text = comment.strip();
        if (text.isEmpty() || text.length() > LONGEST_COMMENT) {
            String message = text.isEmpty()
                    ? "Say in a sentence what is new; everyone sees it in the list of versions."
                    : "Say it in at most " + LONGEST_COMMENT + " characters.";
            throw new Problem(Problem.Kind.INVALID, message, List.of(new Problem.FieldError("comment", message)));
        }
        return text;
    }

    private static Problem none(long number) {
        return new Problem(Problem.Kind.NOT_FOUND, "There is no version " + number + " of the rules.");
    }
}
