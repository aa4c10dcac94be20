package milepost.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.function.Function;

/** Cuts the classes into named slices; a class without a name is in none. */
record Slicing(String kind, Function<JavaClass, String> name) implements SliceAssignment {
    private static final List<String> ACTORS = List.of("officer", "manager", "author", "admin", "api");

    /** The actor whose pages these are, null for what all of them share. Templates count with the views they print. */
    static String actor(String packageName, String root) {
        String below =
                packageName.replace("gg.jte.generated.precompiled.", "").replace("gg.jte.generated.ondemand.", "");
        String web = root + ".web.";
        if (!below.startsWith(web)) {
            return null;
        }
        String first = below.substring(web.length()).split("[.]")[0];
        return ACTORS.contains(first) ? first : null;
    }

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        String slice = name.apply(type);
        return slice == null ? SliceIdentifier.ignore() : SliceIdentifier.of(slice);
    }

    @Override
    public String getDescription() {
        return kind;
    }
}
