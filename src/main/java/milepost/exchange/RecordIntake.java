package milepost.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import milepost.exchange.work.Stage;
import milepost.exchange.work.Told;
import milepost.exchange.work.Tracker;
import milepost.facts.Problem;
import milepost.roadmap.DatedEdits;
import milepost.roadmap.Imports;
import milepost.roadmap.Records;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.Saved;
import milepost.roadmap.store.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes histories in: exports as they went out, and files of dated edits. */
public final class RecordIntake {
    private final Roadmaps roadmaps;
    private final Records records;

    public RecordIntake(Roadmaps roadmaps, Records records) {
        this.roadmaps = roadmaps;
        this.records = records;
    }

    /**
     * What shall be done with a file.
     *
     * @param roadmap key the file must be of; null for any
     * @param asOf the last day (UTC) that is taken; null for all
     */
    public record Wish(@Nullable String roadmap, @Nullable LocalDate asOf, boolean dryRun) {}

    /** What it came to. */
    public record Taken(String roadmap, int changes, boolean dryRun, Saved saved) {

        /** For programs. */
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("roadmap", roadmap);
            json.put("dryRun", dryRun);
            json.put("changes", changes);
            json.put("milestones", saved.after().milestones().size());
            json.put("raised", saved.flags().raised().size());
            json.put("resolved", saved.flags().resolved().size());
            return json;
        }
    }

    /** Whether bytes look like JSON: the first that is no blank and no mark opens an object, also with two bytes for a character. */
    public static boolean is(byte[] bytes) {
        int first = bytes.length > 2 ? bytes[0] & 0xFF : 0;
        int i = first == 0xEF ? 3 : first >= 0xFE ? 2 : 0;
        while (i < bytes.length && (bytes[i] == 0 || Character.isWhitespace(bytes[i]))) {
            i++;
        }
        return i < bytes.length && bytes[i] == '{';
    }

    /**
     * Takes a file in, all or nothing.
     *
     * @throws Problem INVALID with the place, CONFLICT when the roadmap exists already
     */
    public Taken take(String text, Wish wish, Tracker tracker) {
        JsonNode root = JsonText.read(text);
        tracker.begin(wish.dryRun() ? Stage.EVALUATING : Stage.STORING, 0);
        Imports.Watch watch = Told.by(tracker);
        if (RecordFile.is(root)) {
            RecordFile.Content content = RecordFile.read(root);
            List<Step> steps = chosen(content.roadmap(), content.steps(), Step::at, wish);
            Saved saved = wish.dryRun()
                    ? records.preview(content.roadmap(), steps)
                    : records.replay(content.roadmap(), steps, watch);
            return new Taken(content.roadmap(), steps.size(), wish.dryRun(), saved);
        }
        RoadmapFile.Content content = RoadmapFile.read(root);
        List<DatedEdits> changes = chosen(content.roadmap(), content.changes(), DatedEdits::at, wish);
        Saved saved = wish.dryRun()
                ? roadmaps.previewImport(content.roadmap(), changes)
                : roadmaps.importDated(content.roadmap(), changes, watch);
        return new Taken(content.roadmap(), changes.size(), wish.dryRun(), saved);
    }

    public Taken take(String text, Wish wish) {
        return take(text, wish, Tracker.NONE);
    }

    private static <T> List<T> chosen(String held, List<T> changes, Function<T, Instant> at, Wish wish) {
        if (wish.roadmap() != null && !wish.roadmap().equals(held)) {
            throw invalid("The file holds the roadmap " + held + ", not " + wish.roadmap() + ".");
        }
        LocalDate last = wish.asOf();
        List<T> kept = changes.stream()
                .filter(change -> last == null
                        || !at.apply(change)
                                .atZone(ZoneOffset.UTC)
                                .toLocalDate()
                                .isAfter(last))
                .toList();
        if (kept.isEmpty()) {
            throw invalid(
                    last == null
                            ? "The file holds no changes."
                            : "The file records nothing up to " + last + "; choose a later day.");
        }
        return kept;
    }

    private static Problem invalid(String sentence) {
        return new Problem(Problem.Kind.INVALID, sentence);
    }
}
