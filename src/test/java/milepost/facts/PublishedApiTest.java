package milepost.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What rules may read of the facts is published: rules that users wrote depend on it. */
class PublishedApiTest {
    /** Not for rules: the whole that is evaluated, and refusals. */
    private static final List<Class<?>> INTERNAL =
            List.of(Snapshot.class, Reach.class, Problem.class, Problem.FieldError.class, Problem.Kind.class);

    private static final Path KEPT = Path.of("src/test/resources/milepost/facts/published-api.txt");
    private static final Path FOUND = Path.of("target/published-api.txt");

    @Test
    void what_rules_read_of_the_facts_changes_only_on_purpose() throws IOException {
        List<String> found = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("milepost.facts")
                        .stream()
                        .filter(type ->
                                type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
                        .filter(type -> !INTERNAL.contains(type.reflect()))
                        .flatMap(PublishedApiTest::lines)
                        .sorted()
                        .toList();
        Files.write(FOUND, found, StandardCharsets.UTF_8);

        assertThat(found).as("""
                        The published API of the facts has changed. Rules that users wrote read these accessors and constants: one \
                        that goes or changes its type breaks them, and one that comes must stay for good. If that is meant, copy %s \
                        over %s in the same change, and say it in src/docs/CHANGELOG.md.""", FOUND, KEPT).isEqualTo(Files.readAllLines(KEPT, StandardCharsets.UTF_8));
    }

    private static Stream<String> lines(JavaClass type) {
        Class<?> reflected = type.reflect();
        Stream<String> constants = type.getFields().stream()
                .filter(field -> reflected.isEnum() && field.getRawType().equals(type))
                .map(field -> name(reflected) + "." + field.getName());
        Stream<String> methods = Arrays.stream(reflected.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !method.isSynthetic() && !isOfEveryType(method))
                .map(method -> line(reflected, method));
        return Stream.concat(constants, methods);
    }

    private static String line(Class<?> type, Method method) {
        String parameters = Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", "));
        String nullable = method.getAnnotatedReturnType().isAnnotationPresent(Nullable.class) ? " or null" : "";
        String called = (Modifier.isStatic(method.getModifiers()) ? "static " : "")
                + method.getGenericReturnType().getTypeName();
        return name(type) + "." + method.getName() + "(" + parameters + "): "
                + called.replaceAll("[a-z.]+[.](?=[A-Z])", "") + nullable;
    }

    private static boolean isOfEveryType(Method method) {
        return List.of("equals", "hashCode", "toString", "values", "valueOf").contains(method.getName());
    }

    private static String name(Class<?> type) {
        return type.getName().substring("milepost.facts.".length()).replace('$', '.');
    }
}
