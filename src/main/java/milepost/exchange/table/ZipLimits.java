package milepost.exchange.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import milepost.facts.Problem;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Unpacks a workbook once without keeping anything, and stops as soon as it holds more than a workbook does. */
final class ZipLimits {
    static final int ENTRIES = 1_000;
    static final long UNPACKED = 256L << 20;
    static final int RATIO = 200;
    private static final long FREE = 1L << 20;

    private ZipLimits() {}

    /** TOO_LARGE for a file that would unpack to too much, INVALID for one that cannot be unpacked. */
    static void check(byte[] bytes) {
        long unpacked = 0;
        int entries = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (++entries > ENTRIES) {
                    throw Limits.tooLarge("The workbook has more than " + ENTRIES + " parts.");
                }
                try (InputStream part = zip.getInputStream(entry)) {
                    for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                        unpacked += read;
                        if (unpacked > UNPACKED || (unpacked > FREE && unpacked / RATIO > bytes.length)) {
                            throw Limits.tooLarge("The workbook unpacks to more than a workbook of its size holds; "
                                    + "save the sheet that is needed as CSV.");
                        }
                    }
                }
            }
        } catch (Problem tooLarge) {
            throw tooLarge;
        } catch (IOException | RuntimeException e) {
            throw Workbooks.unreadable();
        }
        if (entries == 0) {
            throw Workbooks.unreadable();
        }
    }
}
