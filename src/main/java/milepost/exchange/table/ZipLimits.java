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
        countParts(bytes);
        long unpacked = 0;
        int entries = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                entries++;
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
            refuseOthers(zip);
        } catch (Problem tooLarge) {
            throw tooLarge;
        } catch (IOException | RuntimeException e) {
            throw Workbooks.unreadable();
        }
        if (entries == 0) {
            throw Workbooks.unreadable();
        }
    }

    /** Each part has an entry with this mark at the end of the file: counted before anything is made of them. */
    private static void countParts(byte[] bytes) {
        int parts = 0;
        for (int i = 0; i + 3 < bytes.length; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2 && ++parts > ENTRIES) {
                throw Limits.tooLarge("The workbook has more than " + ENTRIES + " parts.");
            }
        }
    }

    /** Packed files that are no workbook of this kind are called what they are. */
    private static void refuseOthers(ZipFile zip) {
        if (zip.getEntry("xl/workbook.bin") != null) {
            throw invalid("This is a binary workbook (.xlsb); save it as .xlsx or as CSV.");
        }
        if (zip.getEntry("content.xml") != null) {
            throw invalid("This is an OpenDocument file (.ods); save it as .xlsx or as CSV.");
        }
        if (zip.getEntry("[Content_Types].xml") == null) {
            throw invalid("This is a packed folder (.zip), not a workbook; unpack it and choose the file in it.");
        }
        if (zip.getEntry("word/document.xml") != null || zip.getEntry("ppt/presentation.xml") != null) {
            throw invalid(
                    "This is a document, not a workbook; copy its table into a spreadsheet and save that as .xlsx.");
        }
    }

    private static Problem invalid(String sentence) {
        return new Problem(Problem.Kind.INVALID, sentence);
    }
}
