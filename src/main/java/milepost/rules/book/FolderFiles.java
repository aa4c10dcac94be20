package milepost.rules.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
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

    RuleFiles read() {
        return RuleFiles.of(folder == null ? RuleFolder.packed() : RuleFolder.read(folder));
    }

    /** The texts as they stand, or nothing when the folder is away or holds no rules: that is never an edit. */
    Optional<RuleFiles> findFiles() {
        if (folder != null && !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        return Optional.of(read()).filter(files -> !files.rules().isEmpty());
    }

    /** Changes whenever a file comes, goes or is saved. */
    String fingerprint() {
        if (folder == null || !Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            TreeMap<String, String> stamps = new TreeMap<>();
            for (Path file : walk.filter(FolderFiles::ours).toList()) {
                stamps.put(file.toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
            return stamps.toString();
        } catch (IOException | UncheckedIOException e) {
            return "changing";
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

    private static boolean ours(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && (name.endsWith(RuleFiles.RULE) || name.endsWith(RuleFiles.CASES));
    }
}
