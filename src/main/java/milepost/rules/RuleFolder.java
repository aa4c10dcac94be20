package milepost.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import milepost.rules.language.RuleFile;

/**
 * The files of a rules folder, on disk or packed into the program.
 *
 * @param rules the {@code *.drl} files, ordered by path
 * @param cases the {@code *.cases.yaml} files, ordered by path
 */
public record RuleFolder(List<RuleFile> rules, List<RuleFile> cases) {

    /** Reads a folder with everything below it. */
    public static RuleFolder read(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
            return new RuleFolder(ending(folder, files, ".drl"), ending(folder, files, ".cases.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException("The rules folder " + folder + " cannot be read", e);
        }
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

    private static List<RuleFile> ending(Path folder, List<Path> files, String ending) throws IOException {
        List<RuleFile> found = new ArrayList<>();
        for (Path file : files) {
            String path = folder.relativize(file).toString().replace('\\', '/');
            if (path.endsWith(ending)) {
                try (InputStream in = Files.newInputStream(file)) {
                    found.add(new RuleFile(path, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
        }
        return List.copyOf(found);
    }
}
