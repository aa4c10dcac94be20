package milepost.rules.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import milepost.rules.RuleFolder;
import org.jspecify.annotations.Nullable;

/** Files of the rules folder, read as a whole and written one by one, each either old or new but never half. */
final class FolderFiles {
    private final @Nullable Path folder;

    /** Null for the rules packed into the program. */
    FolderFiles(@Nullable Path folder) {
        this.folder = folder == null ? null : folder.toAbsolutePath().normalize();
    }

    String name() {
        return folder == null ? "packed" : folder.toString();
    }

    boolean packed() {
        return folder == null;
    }

    boolean writable() {
        return folder != null && Files.isWritable(folder);
    }

    /** The texts; INVALID with every file that cannot be read. */
    RuleFiles read() {
        RuleFolder found = whole();
        if (!found.problems().isEmpty()) {
            throw RuleFiles.refusal(found.problems());
        }
        return RuleFiles.of(found);
    }

    private RuleFolder whole() {
        return folder == null ? RuleFolder.packed() : RuleFolder.read(folder);
    }

    /** The files as they stand, or nothing when the folder is away or holds no rules: that is never an edit. */
    Optional<RuleFolder> findFiles() {
        if (folder != null && !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        return Optional.of(whole())
                .filter(found -> !found.rules().isEmpty() || !found.problems().isEmpty());
    }

    /** Changes whenever a file comes, goes or is saved. */
    String fingerprint() {
        if (folder == null || !Files.isDirectory(folder)) {
            return "";
        }
        try {
            StringBuilder stamps = new StringBuilder();
            for (Path file : RuleFolder.files(folder.toRealPath())) {
                stamps.append(file).append(' ').append(stamp(file)).append('\n');
            }
            return stamps.toString();
        } catch (IOException | UncheckedIOException e) {
            return "changing";
        }
    }

    private static String stamp(Path file) throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return now.size() + " " + now.lastModifiedTime() + " " + now.fileKey();
        } catch (NoSuchFileException e) {
            return "away";
        }
    }

    /** Writes a text in place of what is there; null takes the file away. */
    void write(String path, @Nullable String text) throws IOException {
        if (folder == null) {
            throw new IOException("the packed rules cannot be written");
        }
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException(path + " leads out of the rules folder");
        }
        if (text == null) {
            Files.deleteIfExists(file);
            return;
        }
        Files.createDirectories(file.resolveSibling(""));
        Path whole = file.resolveSibling("." + file.getFileName() + ".new");
        try (FileChannel out = FileChannel.open(
                whole, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
