package milepost.rules.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import milepost.rules.Ruleset;

/**
 * The class path of a child: one jar with the facts, the rules and the rule engine, copied out of whatever this program runs from. No
 * database, no web server and no other part of the program is in it.
 */
final class LeanJar {
    private static final List<String> WANTED = List.of(
            "milepost/facts/",
            "milepost/rules/",
            "org/drools/",
            "org/kie/",
            "com/google/re2j/",
            "org/snakeyaml/engine/",
            "org/slf4j/",
            "org/antlr/runtime/",
            "META-INF/services/org.kie.",
            "META-INF/services/org.drools.",
            "META-INF/kie.conf");
    private static final List<String> UNWANTED = List.of("milepost/rules/book/");

    private final ZipOutputStream jar;
    private final Set<String> names = new HashSet<>();

    private LeanJar(OutputStream to) {
        this.jar = new ZipOutputStream(to);
        jar.setMethod(ZipOutputStream.STORED);
    }

    /** Copies what is wanted from where this program runs, and from further folders. */
    static void write(Path to, List<Path> further) throws IOException {
        try (OutputStream out = Files.newOutputStream(to)) {
            LeanJar lean = new LeanJar(out);
            Set<Path> places = places();
            places.addAll(further);
            for (Path place : places) {
                lean.copy(place);
            }
            lean.jar.close();
        }
    }

    /** The folders and jars this program runs from. */
    private static Set<Path> places() throws IOException {
        Set<Path> places = new LinkedHashSet<>();
        try {
            places.add(Path.of(Ruleset.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
            for (URL manifest : Collections.list(Ruleset.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
                String address = manifest.toString();
                if (address.startsWith("jar:file:")) {
                    places.add(Path.of(URI.create(address.substring("jar:".length(), address.indexOf("!/")))));
                }
            }
        } catch (URISyntaxException e) {
            throw new IOException("the program does not know where it runs from", e);
        }
        return places;
    }

    private void copy(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            copyBelow(place);
            return;
        }
        try (FileSystem open = FileSystems.newFileSystem(place, Map.of())) {
            copyBelow(open.getPath("/"));
        }
    }

    private void copyBelow(Path root) throws IOException {
        for (String wanted : WANTED) {
            Path start = root.resolve(wanted);
            Path folder = wanted.endsWith("/") ? start : start.getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String name = root.relativize(file).toString().replace('\\', '/');
                    if (name.startsWith(wanted) && UNWANTED.stream().noneMatch(name::startsWith)) {
                        add(name, file);
                    }
                }
            }
        }
    }

    private void add(String name, Path file) throws IOException {
        if (!names.add(name)) {
            return;
        }
        byte[] content;
        try (InputStream in = Files.newInputStream(file)) {
            content = in.readAllBytes();
        }
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        jar.putNextEntry(entry);
        jar.write(content);
        jar.closeEntry();
    }
}
