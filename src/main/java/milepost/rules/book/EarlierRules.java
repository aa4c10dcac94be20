package milepost.rules.book;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milepost.db.Database;
import milepost.rules.Ruleset;

/** Finds and compiles versions of the rules that were in force once; keeps the few that were used last. */
final class EarlierRules {
    private static final int KEPT = 8;

    private final Database database;
    private final RulebookStore store;
    private final Map<Long, Optional<Ruleset>> compiled = new LinkedHashMap<>(16, 0.75f, true);

    EarlierRules(Database database, RulebookStore store) {
        this.database = database;
        this.store = store;
    }

    /** The newest usable version published at that instant or before, else the oldest usable one. */
    Optional<InForce> find(Instant at) {
        for (RulesetVersion version : database.read(tx -> store.published(tx, at))) {
            Optional<Ruleset> ruleset = compiled(version.number());
            if (ruleset.isPresent()) {
                return Optional.of(InForce.of(version, version.at().isAfter(at), ruleset.get()));
            }
        }
        return Optional.empty();
    }

    /** The version whose compiled rules have this hash, as it was newest at that instant. */
    Optional<InForce> find(String hash, Instant at) {
        List<RulesetVersion> known = database.read(tx -> store.published(tx, at)).stream()
                .filter(v -> v.hash().equals(hash))
                .toList();
        return known.stream()
                .findFirst()
                .flatMap(version -> compiled(version.number())
                        .map(ruleset -> InForce.of(version, version.at().isAfter(at), ruleset)));
    }

    private synchronized Optional<Ruleset> compiled(long number) {
        Optional<Ruleset> known = compiled.get(number);
        if (known == null) {
            RuleFiles files = database.read(tx -> store.files(tx, number));
            known = Optional.ofNullable(Ruleset.compile(files.rules()).ruleset());
            compiled.put(number, known);
            if (compiled.size() > KEPT) {
                compiled.remove(compiled.keySet().iterator().next());
            }
        }
        return known;
    }
}
