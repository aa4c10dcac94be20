package milepost.web.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The static files of the pages, read once, under an address that changes with their content. */
public final class Assets {
    private static final String WEBJARS = "/META-INF/resources/webjars/";
    private static final Map<String, String> SOURCES = sources();
    private static final Map<String, byte[]> FILES = read();

    /** First digits of the hash of all files: a browser may keep what it got under it for ever. */
    public static final String VERSION = digest();

    /** Where the marks are, to be followed by {@code #} and the name of one. */
    public static final String ICONS = url("icons.svg");

    /** The modules of the editor, to be fetched side by side. */
    public static final List<String> MODULES = FILES.keySet().stream()
            .filter(name -> name.matches("editor/.*[.]js"))
            .toList();

    private Assets() {}

    /** The address of a file, such as {@code app.css}. */
    public static String url(String name) {
        if (!FILES.containsKey(name)) {
            throw new IllegalArgumentException("no such asset: " + name);
        }
        return "/assets/" + VERSION + "/" + name;
    }

    /** The content of a file. */
    public static Optional<byte[]> find(String name) {
        return Optional.ofNullable(FILES.get(name));
    }

    /** The media type of a file by its name. */
    public static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "woff2" -> "font/woff2";
            default -> "text/plain; charset=utf-8";
        };
    }

    private static Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        for (String name : new String[] {
            "app.css",
            "app.js",
            "live.js",
            "icons.svg",
            "favicon.svg",
            "fonts/inter-latin-opsz-normal.woff2",
            "fonts/inter-cyrillic-opsz-normal.woff2",
            "fonts/jetbrains-mono-latin-wght-normal.woff2",
            "fonts/OFL-Inter.txt",
            "fonts/OFL-JetBrainsMono.txt",
            "editor/editor.css",
            "editor/editor.js",
            "editor/drl.js",
            "editor/words.js",
            "editor/problems.js"
        }) {
            sources.put(name, "/static/" + name);
        }
        sources.put("htmx.js", WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js");
        Modules.SOURCES.forEach((name, path) -> sources.put(name, WEBJARS + path));
        return sources;
    }

    private static Map<String, byte[]> read() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        SOURCES.forEach((name, path) -> {
            try (InputStream in = Assets.class.getResourceAsStream(path)) {
                if (in == null) {
                    throw new IllegalStateException("missing in the program: " + path);
                }
                byte[] content = in.readAllBytes();
                files.put(name, name.endsWith(".js") ? Modules.linked(name, content) : content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return files;
    }

    private static String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            FILES.values().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
