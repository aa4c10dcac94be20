package milepost.rules.writing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a case file that is added to. */
public final class CaseText {
    private static final Pattern ITEM = Pattern.compile("(?m)^( *)- name:");

    private CaseText() {}

    /** The beginning of a file without cases yet. */
    static String begin(String rule) {
        return "rule: " + rule + "\ncases:\n";
    }

    /** A file with one case more at its end, indented as those before it. */
    public static String with(String file, String rule, String item) {
        if (file.isBlank()) {
            return begin(rule) + item.indent(2);
        }
        Matcher first = ITEM.matcher(file);
        int indent = first.find() ? first.group(1).length() : 2;
        return file.stripTrailing() + "\n" + item.indent(indent);
    }

    /** A name that no case of the file has yet. */
    public static String freeName(String file, String wanted) {
        String name = wanted;
        for (int i = 2;
                Pattern.compile("(?m)name:\\s*[\"']?" + Pattern.quote(name) + "[\"']?\\s*$")
                        .matcher(file)
                        .find();
                i++) {
            name = wanted + " again " + i;
        }
        return name;
    }
}
