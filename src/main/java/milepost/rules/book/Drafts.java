package milepost.rules.book;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import milepost.db.Database;
import milepost.db.Transaction;
import milepost.facts.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The drafts of authors: each author has one, saved file by file.
 *
 * <p>Every change names the version of the draft it was made on, 0 when there was none; CONFLICT when it was saved elsewhere since.
 */
public final class Drafts {
    private static final int LONGEST_TEXT = 256_000;

    private final Database database;
    private final Rulebook rulebook;
    private final DraftStore store = new DraftStore();

    public Drafts(Database database, Rulebook rulebook) {
        this.database = database;
        this.rulebook = rulebook;
    }

    public Optional<Draft> findDraft(String author) {
        return database.read(tx -> store.find(tx, author));
    }

    /** One draft; NOT_FOUND when it was published or discarded. */
    public Draft draft(long id) {
        return database.read(tx -> store.find(tx, id))
                .orElseThrow(() -> new Problem(
                        Problem.Kind.NOT_FOUND, "This draft is not there any more; it was published or discarded."));
    }

    /** Drafts of all authors, the last saved first. */
    public List<Draft> list() {
        return database.read(store::list);
    }

    /** Keeps a text for a file; null lets the file go. The draft is the author's own again if it was submitted. */
    public Draft save(String author, long version, String path, @Nullable String text) {
        return save(author, version, Map.of(path, Optional.ofNullable(text)));
    }

    /** Keeps several texts by path, all or none; one that is not there lets its file go. */
    public Draft save(String author, long version, Map<String, Optional<String>> texts) {
        RuleFiles live = rulebook.current().files();
        texts.forEach((path, text) -> check(live, path, text.orElse(null)));
        return change(author, version, (tx, draft) -> {
            texts.forEach((path, text) -> keep(tx, draft, live, new Draft.Changed(path, text.orElse(null), null)));
            store.saved(tx, draft.id(), Draft.State.OPEN, draft.comment());
        });
    }

    private void keep(Transaction tx, Draft draft, RuleFiles live, Draft.Changed typed) {
        String path = typed.path();
        String written = typed.text() == null ? null : typed.text().replace("\r\n", "\n");
        String now = live.find(path).orElse(null);
        Draft.Changed before = draft.find(path).orElse(null);
        if (Objects.equals(written, now)) {
            store.remove(tx, draft.id(), path);
        } else {
            store.put(tx, draft.id(), new Draft.Changed(path, written, before == null ? now : before.base()));
        }
    }

    /** Forgets what the draft changes in a file. */
    public Draft revert(String author, long version, String path) {
        return change(author, version, (tx, draft) -> {
            store.remove(tx, draft.id(), path);
            store.saved(tx, draft.id(), Draft.State.OPEN, draft.comment());
        });
    }

    /** Settles a conflict: the author has seen what is in use now and wants the draft's text all the same. */
    public Draft insist(String author, long version, String path) {
        RuleFiles live = rulebook.current().files();
        return change(author, version, (tx, draft) -> {
            draft.find(path)
                    .ifPresent(f -> store.put(
                            tx,
                            draft.id(),
                            new Draft.Changed(path, f.text(), live.find(path).orElse(null))));
            store.saved(tx, draft.id(), draft.state(), draft.comment());
        });
    }

    /** Asks another author to publish it. */
    public Draft submit(String author, long version, String comment) {
        String text = Rulebook.comment(comment);
        return change(author, version, (tx, draft) -> store.saved(tx, draft.id(), Draft.State.SUBMITTED, text));
    }

    /** Submits the difference between files and the rules in use in the name of someone who cannot sign in. */
    void offer(String author, RuleFiles files, String comment) {
        Rulebook.Current live = rulebook.current();
        List<Draft.Changed> changes = live.files().differing(files).stream()
                .map(path -> new Draft.Changed(
                        path,
                        files.find(path).orElse(null),
                        live.files().find(path).orElse(null)))
                .toList();
        database.write(tx -> {
            Optional<Draft> before = store.find(tx, author);
            if (before.filter(d -> d.files().equals(changes)).isEmpty()) {
                before.ifPresent(d -> store.remove(tx, d.id()));
                Draft draft = store.begin(tx, author, live.number());
                changes.forEach(change -> store.put(tx, draft.id(), change));
                store.saved(tx, draft.id(), Draft.State.SUBMITTED, comment);
            }
            return before;
        });
    }

    /** Throws the draft away; the texts that were in it cannot be had back. */
    public void discard(String author, long version) {
        database.write(tx -> {
            Draft draft = present(tx, author, version);
            store.remove(tx, draft.id());
            return draft;
        });
    }

    /** Ends a draft whose texts have been published; one that was saved since stays. */
    public void published(Draft draft) {
        database.write(tx -> {
            store.find(tx, draft.id())
                    .filter(d -> d.version() == draft.version())
                    .ifPresent(d -> store.remove(tx, d.id()));
            return draft;
        });
    }

    private Draft change(String author, long version, BiConsumer<Transaction, Draft> change) {
        return database.write(tx -> {
            Draft draft = present(tx, author, version);
            change.accept(tx, draft);
            return store.find(tx, draft.id()).orElseThrow();
        });
    }

    private Draft present(Transaction tx, String author, long version) {
        Draft draft = store.find(tx, author).orElse(null);
        if (draft == null && version == 0) {
            return store.begin(tx, author, rulebook.current().number());
        }
        if (draft == null || draft.version() != version) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    draft == null
                            ? "Your draft was published or discarded meanwhile. Save again to begin a new one."
                            : "Your draft was saved in another window meanwhile. What you typed is kept here: compare, then"
                                    + " save again.");
        }
        return draft;
    }

    private static void check(RuleFiles live, String path, @Nullable String text) {
        if (live.find(path).isEmpty() && !RuleFiles.allows(path)) {
            throw invalid(
                    "path",
                    "Write a folder and a name in small letters, digits and hyphens, such as schedule/deadline-missed.");
        }
        if (text != null && text.length() > LONGEST_TEXT) {
            throw invalid("text", "A file has at most " + LONGEST_TEXT + " characters; divide it.");
        }
    }

    private static Problem invalid(String field, String message) {
        return new Problem(Problem.Kind.INVALID, message, List.of(new Problem.FieldError(field, message)));
    }
}
