package milepost.exchange.intake.heading;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import milepost.db.Database;
import milepost.facts.Problem;
import milepost.roadmap.fact.FactJson;
import tools.jackson.core.type.TypeReference;

/** What headings mean, kept under a name for the next file of the same kind. */
public final class Profiles {
    private final Database database;
    private final ProfileStore store = new ProfileStore();

    public Profiles(Database database) {
        this.database = database;
    }

    public List<String> names() {
        return database.read(store::names);
    }

    /** The meanings by heading; NOT_FOUND with the names there are. */
    public Map<String, Meaning> get(String name) {
        String text = database.read(tx -> store.find(tx, name)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.NOT_FOUND,
                        "There is no import profile " + name + "; known: "
                                + String.join(", ", store.names(tx).isEmpty() ? List.of("none yet") : store.names(tx))
                                + ".")));
        return FactJson.mapper().readValue(text, new TypeReference<Map<String, Meaning>>() {});
    }

    /** Keeps what the columns of a mapping are taken for; INVALID for a name that cannot be one. */
    public void save(String name, Mapping mapping, String by) {
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,39}")) {
            String sentence = "A profile's name has 1 to 40 letters, digits, blanks, dots, dashes or underscores.";
            throw new Problem(Problem.Kind.INVALID, sentence, List.of(new Problem.FieldError("profile", sentence)));
        }
        String text = FactJson.mapper().writeValueAsString(new TreeMap<>(mapping.profile()));
        database.write(tx -> {
            store.save(tx, name, text, by);
            return name;
        });
    }
}
