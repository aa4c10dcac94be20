package milepost.web.officer.form;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagChanges;
import milepost.flags.life.FlagEvent;
import milepost.roadmap.Saved;
import milepost.web.layout.Links;
import milepost.web.layout.Parts;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the last save did, as the line under a page says it. It travels in the address of the page that follows a save, as the
 * number of the change, and is read back from the record.
 *
 * @param sentence such as {@code Saved. Rules ran in 3 ms: 1 raised, 0 cleared}
 * @param flags those that the save touched, with the verb for what happened to them
 * @param undo where to take it back, null when that is not offered
 * @param change number of the change, 0 when nothing changed
 */
public record SavedLine(
        String sentence, List<Touched> flags, @Nullable String undo, long change) {
    private static final String SAVED = "saved";
    private static final String MILLISECONDS = "ms";
    private static final String UNDO = "undo";
    private static final SavedLine NOTHING =
            new SavedLine("Nothing was different, so nothing was saved.", List.of(), null, 0);

    /** A flag and what happened to it: raised, returned, escalated or cleared. */
    public record Touched(String verb, String subject, String message, String href) {
        static Touched of(String verb, Flag flag) {
            return new Touched(verb, flag.subject(), flag.message(), Links.flag(flag.id()));
        }
    }

    /** Of a save that was done just now. */
    public static SavedLine of(Saved saved) {
        if (saved.change() == null) {
            return NOTHING;
        }
        FlagChanges changes = saved.flags();
        List<Touched> touched = new ArrayList<>();
        changes.raised().forEach(f -> touched.add(Touched.of("Raised", f)));
        changes.reopened().forEach(f -> touched.add(Touched.of("Returned", f)));
        changes.escalated().forEach(f -> touched.add(Touched.of("Escalated", f)));
        changes.resolved().forEach(f -> touched.add(Touched.of("Cleared", f)));
        String failed = saved.setAside().isEmpty()
                ? ""
                : ". " + Words.count(saved.setAside().size(), "rule") + " failed and were set aside";
        String sentence = sentence(took(saved.evaluation()), touched) + failed;
        return new SavedLine(sentence, touched, null, saved.change().id());
    }

    /** The same with an offer to take it back, when there is something to take back. */
    public SavedLine offered(String roadmap) {
        return change == 0 ? this : new SavedLine(sentence, flags, undo(roadmap, change), change);
    }

    /** What to add to the address of the page that shall tell about the save, from the question mark on. */
    public static String query(Saved saved) {
        return saved.change() == null
                ? "?" + SAVED + "=0"
                : "?" + SAVED + "=" + saved.change().id() + "&" + MILLISECONDS + "="
                        + saved.evaluation().toMillis();
    }

    /** The same with an offer to take it back. */
    public static String undoable(Saved saved) {
        return query(saved) + (saved.change() == null ? "" : "&" + UNDO + "=1");
    }

    /** Of the save that the address of this page names. */
    public static Optional<SavedLine> find(Context ctx, Parts parts, String roadmap) {
        String number = ctx.queryParam(SAVED);
        if (number == null || !number.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        long change = Long.parseLong(number);
        if (change == 0) {
            return Optional.of(NOTHING);
        }
        List<Touched> touched = parts.flags().causedBy(roadmap, change).stream()
                .flatMap(event -> touched(event, parts))
                .toList();
        String typed = ctx.queryParam(MILLISECONDS);
        Duration took = typed != null && typed.matches("\\d{1,6}") ? Duration.ofMillis(Long.parseLong(typed)) : null;
        String sentence = sentence(took == null ? "" : took(took), touched);
        return Optional.of(new SavedLine(sentence, touched, undo(ctx, roadmap, change), change));
    }

    private static @Nullable String undo(Context ctx, String roadmap, long change) {
        return ctx.queryParam(UNDO) == null ? null : undo(roadmap, change);
    }

    private static String undo(String roadmap, long change) {
        return Links.roadmap(roadmap) + "/changes/" + change + "/undo";
    }

    private static Stream<Touched> touched(FlagEvent event, Parts parts) {
        String verb = switch (event.event()) {
            case RAISED -> "Raised";
            case REOPENED -> "Returned";
            case ESCALATED -> "Escalated";
            case RESOLVED -> "Cleared";
            default -> "";
        };
        return verb.isEmpty()
                ? Stream.empty()
                : Stream.of(Touched.of(verb, parts.flags().flag(event.flag())));
    }

    private static String took(Duration evaluation) {
        return evaluation.toMillis() == 0 ? " in less than 1 ms" : " in " + evaluation.toMillis() + " ms";
    }

    private static String sentence(String took, List<Touched> touched) {
        String text = "Saved. Rules ran" + took + ": " + count(touched, "Raised") + " raised, "
                + count(touched, "Cleared") + " cleared";
        for (String verb : List.of("Returned", "Escalated")) {
            long number = count(touched, verb);
            text = number == 0 ? text : text + ", " + number + " " + verb.toLowerCase(java.util.Locale.ROOT);
        }
        return text;
    }

    private static long count(List<Touched> touched, String verb) {
        return touched.stream().filter(t -> t.verb().equals(verb)).count();
    }
}
