package milepost.rules.language.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import milepost.rules.language.RuleFile;

/**
 * What was made of rule files before: a file with the same path and the same text is not read again. The files asked for longest ago are
 * forgotten first.
 */
public final class KnownFiles {
    private static final int MOST_CHARACTERS = 2 * 1024 * 1024;
    /** Rules in use, a draft, and what they were before: so many times the files that were ever read together. */
    private static final int TIMES = 4;

    private final Map<RuleFile, FileReading> readings = new LinkedHashMap<>(64, 0.75f, true);
    private long characters;
    private int together;

    /** Says how many files are read together now. */
    synchronized void expect(int files) {
        together = Math.max(together, files);
    }

    synchronized FileReading of(RuleFile file, Function<RuleFile, FileReading> reader) {
        FileReading known = readings.get(file);
        if (known == null) {
            known = reader.apply(file);
            readings.put(file, known);
            characters += file.content().length();
            forget();
        }
        return known;
    }

    private void forget() {
        var oldest = readings.keySet().iterator();
        while (readings.size() > 1 && (characters > MOST_CHARACTERS || readings.size() > TIMES * together)) {
            characters -= oldest.next().content().length();
            oldest.remove();
        }
    }
}
