package milepost.exchange.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Whether a text without a mark has two bytes for each character: then one byte of each pair has few values, and is often 0. */
final class Wide {
    private static final int LOOKED_AT = 100_000;
    private static final double ZEROS = 0.05;
    private static final double TWO_VALUES = 0.8;

    private Wide() {}

    /** UTF-16 in the order of its bytes; null for anything else. */
    static @Nullable Charset guess(byte[] bytes) {
        if (bytes.length < 4) {
            return null;
        }
        boolean little = wide(bytes, 1);
        boolean big = wide(bytes, 0);
        return little == big ? null : little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    private static boolean wide(byte[] bytes, int from) {
        int[] counts = new int[256];
        int pairs = 0;
        int others = 0;
        for (int i = from; i < Math.min(bytes.length, LOOKED_AT); i += 2) {
            counts[bytes[i] & 0xFF]++;
            int other = i ^ 1;
            others += other < bytes.length && bytes[other] == 0 ? 1 : 0;
            pairs++;
        }
        int second = 0;
        for (int value = 1; value < counts.length; value++) {
            second = Math.max(second, counts[value]);
        }
        return others == 0 && counts[0] > pairs * ZEROS && counts[0] + second > pairs * TWO_VALUES;
    }
}
