package milepost.web.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that somebody may send to be imported. */
final class Files {
    private static final List<String> HEADINGS = List.of(
            "Title", "Due", "Due", "Key", "Status", "Progress", "Cost (£m)", "RAG", "Owner", "", "Ti\u0000tle", "=1+1");
    private static final List<String> CELLS = List.of(
            "Harbour",
            "Bridge",
            "1/012/2014",
            "31/12/2031",
            "£1,200.5m",
            "1.200,50",
            "withheld",
            "Exempt under section 43",
            "10 to 20",
            "",
            "n/a",
            "\"",
            "\"a\nb\"",
            "DONE",
            "150",
            "2026",
            "=HYPERLINK(1)",
            "\u0000",
            "é");

    private static final byte[] BOMB = zipped("xl/worksheets/sheet1.xml", new byte[30_000_000]);

    private final Chaos chaos;
    private final byte[] workbook;
    private final byte[] record;

    Files(Chaos chaos, byte[] workbook, byte[] record) {
        this.chaos = chaos;
        this.workbook = workbook;
        this.record = record;
    }

    byte[] next() {
        return switch (chaos.below(12)) {
            case 0 -> chaos.bytes(400);
            case 1 -> damaged(workbook);
            case 2 -> workbook;
            case 3 -> damaged(record);
            case 4 -> chaos.mutated(small()).getBytes(StandardCharsets.UTF_8);
            case 5 -> BOMB;
            case 6 -> zipped("../../evil.xml", chaos.bytes(100));
            case 7 -> ("\uFEFF" + table()).getBytes(StandardCharsets.UTF_8);
            case 8 -> table().getBytes(Charset.forName("windows-1252"));
            case 9 -> table().getBytes(StandardCharsets.UTF_16);
            default -> table().getBytes(StandardCharsets.UTF_8);
        };
    }

    private String small() {
        return "{\"format\":\"milepost-roadmap/1\",\"roadmap\":\"F" + chaos.below(50)
                + "\",\"changes\":[{\"at\":\"2025-01-01T00:00:00Z\",\"actor\":\"a\",\"reason\":\"b\",\"roadmaps\":[{\"key\":\"FUZZ\","
                + "\"title\":\"T\",\"home\":\"GB\"}],\"milestones\":[{\"key\":\"F-1\",\"title\":\"M\",\"due\":\"2026\"}]}]}";
    }

    private String table() {
        String separator = chaos.of(List.of(",", ";", "\t"));
        StringBuilder text = new StringBuilder();
        int columns = 1 + chaos.below(5);
        for (int row = 0; row <= chaos.below(6); row++) {
            for (int column = 0; column < columns; column++) {
                text.append(column == 0 ? "" : separator)
                        .append(row == 0 ? chaos.of(HEADINGS) : chaos.oneIn(8) ? chaos.text() : chaos.of(CELLS));
            }
            text.append(chaos.oneIn(3) ? "\r\n" : "\n");
        }
        return text.toString();
    }

    private byte[] damaged(byte[] whole) {
        byte[] bytes = whole.clone();
        for (int i = 0; i < 1 + chaos.below(20); i++) {
            bytes[chaos.below(bytes.length)] = (byte) chaos.below(256);
        }
        return chaos.oneIn(3) ? java.util.Arrays.copyOf(bytes, chaos.below(bytes.length)) : bytes;
    }

    private static byte[] zipped(String name, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
