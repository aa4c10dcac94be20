package milepost.exchange.out;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import milepost.exchange.Calendar;
import milepost.exchange.RecordFile;
import milepost.facts.Snapshot;
import milepost.flags.Flag;
import milepost.flags.FlagQuery;
import milepost.flags.Flags;
import milepost.roadmap.Records;
import milepost.roadmap.Roadmaps;

/** Makes files of roadmaps. */
public final class Exports {
    private final Roadmaps roadmaps;
    private final Flags flags;
    private final Records records;
    private final Function<String, Calendar> calendar;

    /**
     * Exports of these roadmaps.
     *
     * @param calendar makes the calendar of the roadmap of a key
     */
    public Exports(Roadmaps roadmaps, Flags flags, Records records, Function<String, Calendar> calendar) {
        this.roadmaps = roadmaps;
        this.flags = flags;
        this.records = records;
        this.calendar = calendar;
    }

    /** A file by its name and content. */
    public record Exported(String name, Format format, byte[] content) {}

    /** NOT_FOUND when there is no such roadmap. */
    public Exported of(String roadmap, Format format) {
        Snapshot snapshot = roadmaps.snapshot(roadmap);
        byte[] content = switch (format) {
            case csv -> bytes(CsvText.of(Sheets.milestones(snapshot, active(roadmap))));
            case xlsx -> WorkbookFile.of(Sheets.all(snapshot, active(roadmap)));
            case json -> bytes(RecordFile.write(roadmap, records.read(roadmap)));
            case ics -> bytes(calendar.apply(roadmap).text());
        };
        return new Exported(roadmap.replaceAll("[^\\w.-]", "_") + "." + format.name(), format, content);
    }

    private List<Flag> active(String roadmap) {
        return flags.list(FlagQuery.active().inRoadmap(roadmap));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
