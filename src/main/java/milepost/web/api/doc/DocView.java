package milepost.web.api.doc;

import java.util.ArrayList;
import java.util.List;

/**
 * The operations that have some words, by what they are about.
 *
 * @param words as typed; empty for all
 * @param paragraphs what holds for all operations
 */
public record DocView(String words, List<List<Piece>> paragraphs, int all, List<Group> groups) {

    /** Words of a paragraph, or a piece of code in it. */
    public record Piece(String text, boolean code) {
        static List<Piece> of(String paragraph) {
            List<Piece> pieces = new ArrayList<>();
            boolean code = false;
            for (String text : paragraph.split("`", -1)) {
                pieces.add(new Piece(text, code));
                code = !code;
            }
            return pieces;
        }
    }

    /** Operations that are about the same. */
    public record Group(String title, List<Line> operations) {}

    /** One operation in a line. */
    public record Line(String id, String method, String path, String summary, String role) {
        public String href() {
            return "/docs/api/" + id;
        }
    }

    /** How many operations are shown. */
    public int shown() {
        return groups.stream().mapToInt(group -> group.operations().size()).sum();
    }
}
