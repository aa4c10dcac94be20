package milepost.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A rule of the design that every build holds the program to.
 *
 * @param name what it promises
 * @param on makes the rule for the classes below a root package: the program's own, or the planted ones
 */
record Held(String name, Function<String, ArchRule> on) {
    /** Who may use a layer, by its package. The root wires everything and may use them all. */
    private static final Map<String, List<String>> USERS = new TreeMap<>(Map.of(
            "web", List.of(),
            "exchange", List.of("web"),
            "foresight", List.of("web"),
            "roadmap", List.of("web", "exchange", "foresight"),
            "rules", List.of("web", "exchange", "foresight", "roadmap"),
            "flags", List.of("web", "exchange", "foresight", "news", "roadmap"),
            "news", List.of("web"),
            "access", List.of("web"),
            "db", List.of("access", "exchange", "flags", "foresight", "news", "roadmap", "rules"),
            "facts", List.of("access", "exchange", "flags", "foresight", "news", "roadmap", "rules", "web")));

    static List<Held> all() {
        return List.of(
                new Held("data flows one way through the layers, and every class is in one", Held::layers),
                new Held("the rule language does not know the engine", Held::language),
                new Held("facts know nothing but Java", Held::facts),
                new Held("Drools is used only by the rules", root -> only(root, List.of("rules"), "drools", "kie")),
                new Held(
                        "Javalin, JTE and servlets are used only by the pages and the wiring",
                        root -> only(root, List.of("web", ""), "javalin", "jte", "jetty", "servlet")),
                new Held("SQL and drivers are used only in db and in stores", Held::sql),
                new Held("only the wiring asks the clock", Time::rule),
                new Held("pages of one actor do not use those of another", Held::actors),
                new Held("no package needs itself through another", Held::cycles),
                new Held("packages are named after what is in them", Names::packages),
                new Held("classes are named after what they are", Names::types),
                new Held("every package is null-marked and says what it promises", Marked::rule));
    }

    @Override
    public String toString() {
        return name;
    }

    private static ArchRule layers(String root) {
        Architectures.LayeredArchitecture layers = Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(root + "..", "gg.jte.generated..")
                .withOptionalLayers(true)
                .layer("start")
                .definedBy(root);
        for (String layer : USERS.keySet()) {
            layers = layer.equals("web")
                    ? layers.layer(layer).definedBy(root + ".web..", "gg.jte.generated..")
                    : layers.layer(layer).definedBy(root + "." + layer + "..");
        }
        for (Map.Entry<String, List<String>> layer : USERS.entrySet()) {
            String[] users = java.util.stream.Stream.concat(
                            java.util.stream.Stream.of("start"), layer.getValue().stream())
                    .toArray(String[]::new);
            layers = layers.whereLayer(layer.getKey()).mayOnlyBeAccessedByLayers(users);
        }
        return layers.whereLayer("start").mayNotBeAccessedByAnyLayer().ensureAllClassesAreContainedInArchitecture();
    }

    private static ArchRule language(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".rules.language..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".rules.engine..")
                .allowEmptyShould(true);
    }

    private static ArchRule facts(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".facts..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", root + ".facts..");
    }

    private static ArchRule only(String root, List<String> users, String... libraries) {
        DescribedPredicate<JavaClass> allowed = DescribedPredicate.describe(
                "in " + users,
                type -> users.stream()
                        .anyMatch(user -> user.isEmpty()
                                ? type.getPackageName().equals(root)
                                : (type.getPackageName() + ".").startsWith(root + "." + user + ".")));
        DescribedPredicate<JavaClass> theirs = DescribedPredicate.describe(
                "of " + String.join(", ", libraries),
                type -> !type.getPackageName().startsWith("milepost")
                        && List.of(libraries).stream()
                                .anyMatch(name -> List.of(type.getPackageName().split("[.]"))
                                        .contains(name)));
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and(DescribedPredicate.not(allowed))
                .should()
                .dependOnClassesThat(theirs);
    }

    private static ArchRule sql(String root) {
        DescribedPredicate<JavaClass> store =
                DescribedPredicate.describe("stores", type -> type.getName().matches(".*[.][A-Za-z]*Store([$].*)?"));
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(root + ".db..")
                .and(DescribedPredicate.not(store))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "org.jdbi..",
                        "org.sqlite..",
                        "org.postgresql..",
                        "com.zaxxer..",
                        "org.flywaydb..");
    }

    private static ArchRule actors(String root) {
        return slices().assignedFrom(new Slicing("actor", type -> Slicing.actor(type.getPackageName(), root)))
                .should()
                .notDependOnEachOther();
    }

    private static ArchRule cycles(String root) {
        return slices().assignedFrom(new Slicing("package", JavaClass::getPackageName))
                .should()
                .beFreeOfCycles()
                .ignoreDependency(
                        alwaysTrue(),
                        DescribedPredicate.describe(
                                "generated", type -> type.getPackageName().startsWith("gg.jte.generated")));
    }
}
