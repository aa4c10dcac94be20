package milepost.exchange.out;

import java.nio.charset.StandardCharsets;
import java.util.List;
import milepost.exchange.Calendar;
import milepost.exchange.RecordFile;
import milepost.facts.Snapshot;
import milepost.flags.Flags;
import milepost.flags.Selection;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.roadmap.Records;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.Then;

/** Makes files of roadmaps. */
public final class Exports {
    private final Roadmaps roadmaps;
    private final Flags flags;
    private final Records records;
    private final Calendars calendars;

    /** Makes calendars. */
    public interface Calendars {
        /** The calendar of a roadmap as it stands. */
        Calendar now(String roadmap);

        /** The calendar of a roadmap as it was known. */
        Calendar then(Then then);
    }

    /**
     * Exports of these roadmaps.
     *
     * @param calendars makes those of roadmaps
     */
    public Exports(Roadmaps roadmaps, Flags flags, Records records, Calendars calendars) {
        this.roadmaps = roadmaps;
        this.flags = flags;
        this.records = records;
        this.calendars = calendars;
    }

    /** A file by its name and content. */
    public record Exported(String name, Format format, byte[] content) {}

    /** A roadmap as it stands; NOT_FOUND when there is none of this key. */
    public Exported of(String roadmap, Format format) {
        Snapshot snapshot = roadmaps.snapshot(roadmap);
        byte[] content = switch (format) {
            case csv, xlsx -> tables(snapshot, flags.list(FlagQuery.active().inRoadmap(roadmap)), format);
            case json -> bytes(RecordFile.write(roadmap, records.read(roadmap, null)));
            case ics -> bytes(calendars.now(roadmap).text());
        };
        return new Exported(name(roadmap) + "." + format.name(), format, content);
    }

    /** A roadmap as it would have gone out then; its record up to then. */
    public Exported of(Then then, Format format) {
        String roadmap = then.snapshot().roadmap().key();
        byte[] content = switch (format) {
            case csv, xlsx -> tables(then.snapshot(), active(then), format);
            case json -> bytes(RecordFile.write(roadmap, records.read(roadmap, then.at())));
            case ics -> bytes(calendars.then(then).text());
        };
        return new Exported(name(roadmap) + "-" + then.day() + "." + format.name(), format, content);
    }

    /** A table to be filled in, as CSV unless a workbook is asked for. */
    public static Exported template(Format format) {
        Sheet sheet = Sheets.template();
        return format == Format.xlsx
                ? new Exported("milestones.xlsx", format, WorkbookFile.of(List.of(sheet)))
                : new Exported("milestones.csv", Format.csv, bytes(CsvText.of(sheet)));
    }

    private static List<Flag> active(Then then) {
        return new Selection(then.flags()).list(FlagQuery.active());
    }

    private static byte[] tables(Snapshot snapshot, List<Flag> active, Format format) {
        return format == Format.xlsx
                ? WorkbookFile.of(Sheets.all(snapshot, active))
                : bytes(CsvText.of(Sheets.milestones(snapshot, active)));
    }

    private static String name(String roadmap) {
        return roadmap.replaceAll("[^\\w.-]", "_");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
