package milepost.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleProblem;

/**
 * The files of a rules folder, on disk or packed into the program. What editors and version control keep there under hidden names is
 * not among them; lines end with a line feed and no text begins with a byte order mark, whatever the files do.
 *
 * @param rules the {@code *.drl} files, ordered by path
 * @param cases the {@code *.cases.yaml} files, ordered by path
 * @param problems files that cannot be read as they should
 */
public record RuleFolder(List<RuleFile> rules, List<RuleFile> cases, List<RuleProblem> problems) {
    private static final long MOST_BYTES = 4L * 1024 * 1024;

    public RuleFolder {
        rules = List.copyOf(rules);
        cases = List.copyOf(cases);
        problems = List.copyOf(problems);
    }

    /** Reads a folder with everything below it. */
    public static RuleFolder read(Path folder) {
        try {
            return read(folder.toRealPath(), files(folder.toRealPath()));
        } catch (IOException e) {
            throw new UncheckedIOException("The rules folder " + folder + " cannot be read", e);
        }
    }

    private static RuleFolder read(Path root, List<Path> files) {
        List<RuleFile> rules = new ArrayList<>();
        List<RuleFile> cases = new ArrayList<>();
        List<RuleProblem> problems = new ArrayList<>();
        for (Path file : files) {
            String path = root.relativize(file).toString().replace('\\', '/');
            try {
                (path.endsWith(RuleFile.RULE) ? rules : cases).add(new RuleFile(path, text(root, file)));
            } catch (CharacterCodingException e) {
                problems.add(problem(path, "It is not UTF-8 text; save it as UTF-8."));
            } catch (NoSuchFileException e) {
                problems.add(problem(path, "This link leads nowhere; take it away or mend it."));
            } catch (IOException e) {
                problems.add(problem(path, "It cannot be read: " + e.getMessage()));
            }
        }
        return new RuleFolder(rules, cases, problems);
    }

    /** The files of rules and cases, ordered by path; a link to a folder is not followed. */
    public static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                boolean skipped = !inner.equals(folder) && isHidden(inner);
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                boolean named = name.endsWith(RuleFile.RULE) || name.endsWith(RuleFile.CASES);
                if (named && !isHidden(file) && (attributes.isRegularFile() || attributes.isSymbolicLink())) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException reason) throws IOException {
                if (reason instanceof NoSuchFileException && !file.equals(folder)) {
                    return FileVisitResult.CONTINUE;
                }
                throw reason;
            }
        });
        files.sort(null);
        return files;
    }

    private static boolean isHidden(Path file) {
        Path name = file.getFileName();
        return name != null && name.toString().startsWith(".");
    }

    private static String text(Path root, Path file) throws IOException {
        Path real = file.toRealPath();
        if (!real.startsWith(root)) {
            throw new IOException("this link leads out of the rules folder; put the file itself here");
        }
        if (!Files.isRegularFile(real) || Files.size(real) > MOST_BYTES) {
            throw new IOException("a file here has at most " + MOST_BYTES / 1024 + " kB");
        }
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(Files.readAllBytes(real)))
                .toString();
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n");
    }

    private static RuleProblem problem(String path, String message) {
        return new RuleProblem(path, 1, 1, 1, RuleProblem.Level.ERROR, "unreadable", message, null);
    }

    /** Reads the rules that come with the program. */
    public static RuleFolder packed() {
        URL root = RuleFolder.class.getResource("/rules/schedule");
        if (root == null) {
            throw new IllegalStateException("the program was built without its rules");
        }
        try {
            URI uri = root.toURI();
            if (!uri.getScheme().equals("jar")) {
                return read(Path.of(uri).resolveSibling("."));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return read(jar.getPath("/rules"));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the packed rules cannot be read", e);
        }
    }
}
