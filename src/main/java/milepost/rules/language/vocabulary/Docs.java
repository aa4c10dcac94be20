package milepost.rules.language.vocabulary;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;

/** One sentence about each word of the vocabulary, from the file beside this class. */
final class Docs {
    private final Properties sentences = new Properties();

    Docs() {
        try (Reader reader = new InputStreamReader(
                java.util.Objects.requireNonNull(Docs.class.getResourceAsStream("vocabulary.properties")),
                StandardCharsets.UTF_8)) {
            sentences.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("vocabulary.properties", e);
        }
    }

    String of(String word) {
        String sentence = sentences.getProperty(word);
        if (sentence == null) {
            throw new IllegalStateException("vocabulary.properties says nothing about " + word);
        }
        return sentence;
    }

    Set<String> words() {
        return sentences.stringPropertyNames();
    }
}
