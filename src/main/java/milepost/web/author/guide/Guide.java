package milepost.web.author.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The text of the author's guide. */
public final class Guide {
    private static final String TEXT = read();

    private Guide() {}

    /**
     * One line of a table.
     *
     * @param word what it is about, as a rule writes it
     */
    public record Row(String word, String meaning) {}

    /** The whole guide in Markdown, beginning with its title. */
    static String text() {
        return TEXT;
    }

    /** The first table below a heading; cells with several words give a row for each. */
    public static List<Row> table(String heading) {
        List<Row> rows = new ArrayList<>();
        String below = TEXT.substring(TEXT.indexOf("\n" + heading + "\n") + heading.length() + 2);
        for (String line : below.lines().toList()) {
            if (line.startsWith("| `")) {
                String[] cells = line.substring(2, line.length() - 2).split(" \\| ", 2);
                for (String word : cells[0].split("` `")) {
                    rows.add(new Row(plain(word), plain(cells[1])));
                }
            } else if (!rows.isEmpty() || line.startsWith("#")) {
                break;
            }
        }
        return rows;
    }

    private static String plain(String cell) {
        return cell.replace("`", "").replace("\\|", "|").replace("*", "").strip();
    }

    private static String read() {
        try (InputStream in = Objects.requireNonNull(
                Guide.class.getResourceAsStream("/rules/README.md"), "the program was built without its guide")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
