package milepost.rules.wording.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import milepost.rules.language.Type;
import org.jspecify.annotations.Nullable;

/** How each word of the vocabulary is said, from the file beside this class; a word without an entry is said as it is written. */
public final class Phrases {
    private static final Properties WORDS = read();

    private Phrases() {}

    private static Properties read() {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Phrases.class.getResourceAsStream("wording.properties")),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("wording.properties", e);
        }
        return words;
    }

    /** The entry of a word, null when it has none. */
    public static @Nullable String find(String word) {
        return WORDS.getProperty(word);
    }

    /** Every word that has an entry. */
    public static Iterable<String> words() {
        return WORDS.stringPropertyNames();
    }

    /** With its article, such as {@code a due date}. */
    public static String noun(String word) {
        return Objects.requireNonNullElse(find(word), word.substring(word.lastIndexOf('.') + 1));
    }

    /** Without its article. */
    public static String bare(String word) {
        String noun = noun(word);
        return noun.startsWith("a ") ? noun.substring(2) : noun.startsWith("an ") ? noun.substring(3) : noun;
    }

    /** Whether it names several things. */
    public static boolean plural(String word) {
        return noun(word).equals(bare(word)) && noun(word).endsWith("s");
    }

    /** The name under which the members of a type stand in the file. */
    public static String owner(Type type) {
        if (type instanceof Type.Thing thing) {
            return thing.fact().name();
        }
        if (type instanceof Type.Constants constants) {
            return constants.of().getSimpleName();
        }
        return type instanceof Type.ListOf
                ? "List"
                : type == Type.Simple.DATE ? "LocalDate" : type == Type.Simple.TEXT ? "String" : "BigDecimal";
    }

    public static String constant(Enum<?> constant) {
        return noun(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /** {@code a, b and c}. */
    public static String list(List<String> words, String last) {
        int size = words.size();
        return size < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, size - 1)) + " " + last + " " + words.get(size - 1);
    }

    /** With a capital at the beginning. */
    public static String sentence(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
