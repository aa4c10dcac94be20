package milepost;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import milepost.exchange.intake.Wish;
import milepost.exchange.intake.heading.Meaning;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the import of a table can be told beyond the file. */
final class TableOptions {
    @Option(
            names = "--map",
            paramLabel = "HEADING=MEANING",
            description =
                    "What a column is: key, id, title, description, stream, stage, status, progress, start, due, forecast, "
                            + "completed, owner, rating, amount:NAME:UNIT, value:NAME or ignore. May be repeated.")
    private List<String> mapped = List.of();

    @Option(
            names = "--save-profile",
            paramLabel = "NAME",
            description = "Keeps what the headings mean under this name.")
    private @Nullable String saved;

    @Option(names = "--title", paramLabel = "TEXT", description = "Title of a roadmap that is made. Default: its key.")
    private @Nullable String title;

    @Option(
            names = "--home",
            paramLabel = "CODE",
            description = "ISO 3166 code of the jurisdiction of a roadmap that is made. Default: ZZ, not stated.")
    private @Nullable String home;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description =
                    "Why; needed when the file moves a due date further than --slip-limit. Default: Import of FILE.")
    private @Nullable String reason;

    @Option(names = "--strict", description = "A cell that cannot be read stops the import.")
    private boolean strict;

    @Option(
            names = "--accept-similar",
            description = "Rows whose name only resembles that of a milestone are taken to be about it.")
    private boolean similar;

    Wish wish(String roadmap, @Nullable LocalDate asOf, Map<String, Meaning> profile) {
        Map<String, Meaning> all = new LinkedHashMap<>(profile);
        mapped.forEach(said -> Meaning.addTold(said, all));
        return new Wish(roadmap, title, home, asOf, all, List.of(), Map.of(), strict).because(reason);
    }

    @Nullable String saved() {
        return saved;
    }

    boolean similar() {
        return similar;
    }
}
