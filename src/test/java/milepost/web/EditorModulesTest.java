package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import milepost.web.layout.Assets;
import org.junit.jupiter.api.Test;

/** The modules of the editor find one another without a map of imports, and each of them once. */
class EditorModulesTest {
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^\\s*(?:import|export)\\b[^'\";]*\\bfrom\\s*['\"]([^'\"]+)['\"]");

    @Test
    void every_import_leads_to_a_module_that_is_served() {
        Set<String> reached = new HashSet<>();
        for (String name : Assets.MODULES) {
            Matcher imports = IMPORT.matcher(text(name));
            while (imports.find()) {
                String target = Path.of(name)
                        .resolveSibling(imports.group(1))
                        .normalize()
                        .toString();
                assertThat(Assets.find(target))
                        .as(name + " imports " + imports.group(1))
                        .isPresent();
                reached.add(target);
            }
        }
        reached.add("editor/editor.js");
        assertThat(reached).containsExactlyInAnyOrderElementsOf(Assets.MODULES);
    }

    @Test
    void there_is_one_copy_of_each_library_among_the_dependencies() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        Stream.of("codemirror__state", "codemirror__view", "lezer__common")
                .forEach(library -> assertThat(Pattern.compile("<artifactId>" + library + "</artifactId>")
                                .matcher(pom)
                                .results())
                        .as(library)
                        .hasSize(1));
        assertThat(Assets.MODULES.stream().filter(name -> text(name).contains("class EditorState ")))
                .containsExactly("editor/lib/state.js");
    }

    private static String text(String name) {
        return new String(Assets.find(name).orElseThrow(), StandardCharsets.UTF_8);
    }
}
