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

    private final Map<RuleFile, FileReading> readings = new LinkedHashMap<>(64, 0.75f, true);
    private long characters;

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
        while (characters > MOST_CHARACTERS && readings.size() > 1) {
            characters -= oldest.next().content().length();
            oldest.remove();
        }
    }
}
