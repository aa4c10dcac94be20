package milepost.web.officer.milestone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import milepost.facts.Source;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Values;

/** The links to evidence on the form of a milestone: one row each, and those being added. */
final class EvidenceRows {
    private static final String GROUP = "evidence";

    private EvidenceRows() {}

    static void fill(Values values, List<Source> links) {
        for (int i = 0; i < links.size(); i++) {
            values.source(GROUP + "/" + row(i, links.get(i)), links.get(i));
        }
    }

    /** Reads all rows; {@code places} learns where on the form each link stands. */
    static List<Source> read(Answers answers, Map<String, String> places) {
        List<Source> links = new ArrayList<>();
        for (String row : answers.form().rows(GROUP)) {
            String name = GROUP + "/" + row;
            Source link = answers.source(name);
            if (link != null && !answers.form().checked(name + "/gone")) {
                places.put(GROUP + "/" + links.size(), name);
                links.add(link);
            }
        }
        return links;
    }

    /** Place and content: where someone else removed a link, the next one must not be taken for it. */
    private static String row(int index, Source link) {
        return (index + 1) + "-" + Integer.toHexString(Objects.hash(link.title(), link.url()));
    }
}
