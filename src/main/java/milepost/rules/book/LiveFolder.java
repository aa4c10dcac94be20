package milepost.rules.book;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import milepost.db.Database;
import milepost.facts.Problem;
import milepost.rules.Compilation;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import milepost.rules.language.RuleProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules folder and the rulebook, kept in line in both directions.
 *
 * <p>What was saved on disk since the last time is published; what was published elsewhere is written to disk. A file that both
 * sides changed is left alone and shown as a problem.
 */
public final class LiveFolder {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFolder.class);
    /** The code of a problem that may be gone in a moment although no file changed. */
    static final String TRY_AGAIN = "try-again";

    /** The code of a problem with what is in use and could not be written to the folder. */
    public static final String NOT_WRITTEN = "not-written";

    private static final String READ_ONLY =
            "The folder cannot be written to, so what was published stands in the database only; the folder is behind with ";
    private static final String ACTOR = "files";
    private static final int NAMED = 3;
    private static final String WAITING =
            "Rules are published by someone else than their writer here. These changes wait as a draft of \"files\": ";
    private static final String CHANGED_TWICE =
            "This file was changed on disk and, since then, in the browser. The published text is in use and the file is left"
                    + " as it is. Save the published text to the file, or publish the text of the file.";

    private final Database database;
    private final Rulebook rulebook;
    private final FolderFiles folder;
    private final RulebookStore store = new RulebookStore();
    private final @Nullable Drafts offers;
    private final Function<RuleFiles, Review> reviewer;
    private @Nullable RuleFiles known;
    private volatile List<RuleProblem> warned = List.of();
    private volatile List<RuleProblem> problems = List.of();

    /**
     * Looks after a folder.
     *
     * @param folder null for the rules packed into the program
     * @param offers where changes on disk wait for an author to publish them; null when they are published at once
     */
    public LiveFolder(Database database, Rulebook rulebook, @Nullable Path folder, @Nullable Drafts offers) {
        this.offers = offers;
        this.database = database;
        this.rulebook = rulebook;
        this.folder = new FolderFiles(folder);
        this.reviewer = files -> Review.of(files, rulebook.current().files());
    }

    private LiveFolder(LiveFolder other, Function<RuleFiles, Review> reviewer) {
        this.offers = other.offers;
        this.database = other.database;
        this.rulebook = other.rulebook;
        this.folder = other.folder;
        this.reviewer = reviewer;
    }

    /**
     * The same, whose files are reviewed there.
     *
     * @param reviewer a Problem of it keeps them from being used as the review does
     */
    public LiveFolder reviewedBy(Function<RuleFiles, Review> reviewer) {
        return new LiveFolder(this, reviewer);
    }

    /** The files of a folder, or those packed into the program. */
    public static RuleFiles read(@Nullable Path folder) {
        return new FolderFiles(folder).read();
    }

    /** Where it is, for people. */
    public String name() {
        return folder.name();
    }

    /** Whether what is published in the browser can be written to it. */
    public boolean writable() {
        return folder.writable();
    }

    /** What keeps files on disk from being used, as of the last time. */
    public List<RuleProblem> problems() {
        return problems;
    }

    /** See {@link Rulebook#warnings}. */
    public List<RuleProblem> warnings() {
        List<RuleProblem> now = rulebook.warnings();
        if (!now.equals(warned)) {
            now.forEach(p -> LOG.warn("rules in use: {}:{} {}", p.path(), p.line(), oneLine(p.message())));
            warned = now;
        }
        return now;
    }

    String fingerprint() {
        return folder.fingerprint();
    }

    /** Brings both in line; says whether the rules in use changed. */
    public synchronized boolean align() {
        boolean changed = alignOnly();
        warnings();
        return changed;
    }

    private boolean alignOnly() {
        long before = rulebook.current().number();
        List<RuleProblem> found = new ArrayList<>();
        RuleFolder there = folder.findFiles().orElse(null);
        if (there == null) {
            found.add(problem("", "no-rules", "The folder " + name() + " holds no rules; those in use stay."));
        } else if (!there.problems().isEmpty()) {
            found.addAll(there.problems());
        } else {
            RuleFiles disk = RuleFiles.of(there);
            RuleFiles base = base(disk);
            RuleFiles now = writeBack(takeIn(base, disk, found), disk, found);
            if (!now.equals(known)) {
                database.write(tx -> {
                    store.folder(tx, name(), now);
                    return now;
                });
                known = now;
            }
        }
        tell(found);
        return rulebook.current().number() != before;
    }

    /** As {@link #align}, if this process looks after the folder: a command that only publishes leaves folders alone. */
    public synchronized void follow() {
        if (known != null) {
            alignOnly();
        }
    }

    /** What was last in line: remembered, or stored, or what a folder new to this database is compared with. */
    private RuleFiles base(RuleFiles disk) {
        if (known != null) {
            return known;
        }
        RuleFiles stored = database.read(tx -> store.findFolder(tx, name())).orElse(null);
        if (stored != null) {
            return stored;
        }
        boolean published = rulebook.current().number() > 0;
        return published && (folder.packed() || rulebook.wasPublished(disk))
                ? disk
                : rulebook.current().files();
    }

    /** Publishes what changed on disk; gives the state that is in line afterwards. */
    private RuleFiles takeIn(RuleFiles base, RuleFiles disk, List<RuleProblem> found) {
        Rulebook.Current live = rulebook.current();
        RuleFiles candidate = live.files();
        RuleFiles settled = base;
        SortedSet<String> changed = new TreeSet<>();
        for (String path : disk.differing(base)) {
            String there = text(disk, path);
            String inUse = text(live.files(), path);
            if (!Objects.equals(inUse, text(base, path)) && !Objects.equals(inUse, there)) {
                found.add(problem(path, "changed-twice", CHANGED_TWICE));
                continue;
            }
            candidate = candidate.with(path, there);
            settled = settled.with(path, there);
            if (!Objects.equals(inUse, there)) {
                changed.add(path);
            }
        }
        if (live.number() > 0 && changed.isEmpty()) {
            return settled;
        }
        return publish(candidate, live.number(), changed, found) ? settled : base;
    }

    private boolean publish(RuleFiles candidate, long base, SortedSet<String> changed, List<RuleProblem> found) {
        Publication publication = Publication.files(ACTOR, comment(base, changed));
        try {
            Ruleset ruleset = base == 0 ? first(candidate, found) : reviewed(candidate, found);
            if (ruleset == null) {
                return false;
            }
            if (offers != null && base > 0) {
                offers.offer(ACTOR, candidate, publication.comment());
                found.add(problem("", "not-published", WAITING + String.join(", ", changed)));
                return false;
            }
            rulebook.publish(publication, candidate, ruleset, base);
            return true;
        } catch (Problem refused) {
            String code = refused.kind() == Problem.Kind.CONFLICT ? TRY_AGAIN : "not-published";
            found.add(problem("", code, String.valueOf(refused.getMessage())));
            return false;
        }
    }

    /** The first rules of a database need only compile: without them there would be none. */
    private static @Nullable Ruleset first(RuleFiles candidate, List<RuleProblem> found) {
        Compilation compilation = Ruleset.compile(candidate.rules());
        if (compilation.ruleset() == null) {
            found.addAll(compilation.problems());
        }
        return compilation.ruleset();
    }

    private @Nullable Ruleset reviewed(RuleFiles candidate, List<RuleProblem> found) {
        Review review = reviewer.apply(candidate);
        if (review.passes()) {
            return review.ruleset();
        }
        found.addAll(review.obstacles(RuleProblem.Level.ERROR));
        return null;
    }

    /** Writes what is in use over files that stand as they were; gives the state that is in line afterwards. */
    private RuleFiles writeBack(RuleFiles settled, RuleFiles disk, List<RuleProblem> found) {
        RuleFiles live = rulebook.current().files();
        RuleFiles result = settled;
        if (!folder.writable()) {
            SortedSet<String> behind = live.differing(settled);
            if (!folder.packed() && found.isEmpty() && !behind.isEmpty()) {
                found.add(problem("", NOT_WRITTEN, READ_ONLY + named(behind)));
            }
            return result;
        }
        for (String path : live.differing(settled)) {
            if (!Objects.equals(text(disk, path), text(settled, path))) {
                continue;
            }
            try {
                folder.write(path, text(live, path));
                result = result.with(path, text(live, path));
            } catch (IOException e) {
                found.add(problem(path, NOT_WRITTEN, "It is published, but it could not be written here: " + e));
            }
        }
        return result;
    }

    private void tell(List<RuleProblem> found) {
        if (!found.equals(problems)) {
            if (!found.isEmpty()) {
                LOG.warn(
                        "rules folder {}: not all of it is in use; version {} is",
                        name(),
                        rulebook.current().number());
            }
            found.forEach(
                    p -> LOG.warn("rules folder: {}:{}:{} {}", p.path(), p.line(), p.column(), oneLine(p.message())));
            problems = List.copyOf(found);
        }
    }

    /** A line of the log is one line, whatever a case is called and says. */
    private static String oneLine(String message) {
        return message.replaceAll("\\s*[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+\\s*", " | ");
    }

    private static String comment(long base, SortedSet<String> changed) {
        if (base == 0) {
            return "The rules as first found";
        }
        return "Saved on disk: " + named(changed);
    }

    private static String named(SortedSet<String> paths) {
        String names = String.join(", ", paths.stream().limit(NAMED).toList());
        return names + (paths.size() > NAMED ? " and " + (paths.size() - NAMED) + " more" : "");
    }

    private static @Nullable String text(RuleFiles files, String path) {
        return files.find(path).orElse(null);
    }

    private static RuleProblem problem(String path, String code, String message) {
        return new RuleProblem(path, 1, 1, 1, RuleProblem.Level.ERROR, code, message, null);
    }
}
