package milepost.web.manager.flags;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import milepost.exchange.out.CsvText;
import milepost.flags.life.Flag;
import milepost.web.layout.Words;

/** Flags as a table for other programs; no cell can be taken for a formula by the program that opens it. */
final class FlagsCsv {
    private FlagsCsv() {}

    static String of(List<Flag> flags, Names names) {
        StringWriter out = new StringWriter();
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(out);
        csv.writeRecord(
                "id",
                "severity",
                "reported severity",
                "flag",
                "roadmap",
                "subject",
                "title",
                "rule",
                "state",
                "since",
                "raised at",
                "resolved at",
                "assigned to",
                "reason",
                "until");
        for (Flag flag : flags) {
            csv.writeRecord(List.of(
                    String.valueOf(flag.id()),
                    flag.severity().name(),
                    flag.reportedSeverity().name(),
                    CsvText.harmless(flag.message()),
                    CsvText.harmless(flag.roadmap()),
                    CsvText.harmless(flag.subject()),
                    CsvText.harmless(names.subjects()
                            .name(flag)
                            .substring(flag.subject().length())
                            .strip()),
                    CsvText.harmless(flag.rule()),
                    Words.state(flag),
                    flag.since().toString(),
                    flag.raisedAt().toString(),
                    Objects.toString(flag.resolvedAt(), ""),
                    CsvText.harmless(Objects.requireNonNullElse(names.findPerson(flag.assignee()), "")),
                    CsvText.harmless(Objects.requireNonNullElse(flag.reason(), "")),
                    Objects.toString(flag.until(), "")));
        }
        return out.toString();
    }
}
