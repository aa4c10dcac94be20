package milepost.rules.engine.value;

import java.util.Map;
import java.util.function.Function;
import milepost.facts.AsOf;
import milepost.facts.Attribute;
import milepost.facts.Dependency;
import milepost.facts.Event;
import milepost.facts.Finding;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Observation;
import milepost.facts.Participant;
import milepost.facts.ProgressUpdate;
import milepost.facts.Rating;
import milepost.facts.Restriction;
import milepost.facts.Roadmap;
import milepost.facts.Source;
import milepost.facts.Stage;
import org.jspecify.annotations.Nullable;

/** How a fact is named in evidence. */
public final class FactKeys {
    private static final Map<Class<?>, Function<Object, @Nullable String>> KEYS = Map.ofEntries(
            Map.entry(Milestone.class, f -> ((Milestone) f).key()),
            Map.entry(Indicator.class, f -> ((Indicator) f).key()),
            Map.entry(Observation.class, f -> ((Observation) f).key()),
            Map.entry(Dependency.class, f -> ((Dependency) f).predecessor() + ">" + ((Dependency) f).successor()),
            Map.entry(Participant.class, f -> ((Participant) f).key()),
            Map.entry(Restriction.class, f -> ((Restriction) f).key()),
            Map.entry(ProgressUpdate.class, f -> ((ProgressUpdate) f).key()),
            Map.entry(Rating.class, f -> ((Rating) f).key()),
            Map.entry(Roadmap.class, f -> ((Roadmap) f).key()),
            Map.entry(Attribute.class, f -> ((Attribute) f).key()),
            Map.entry(Event.class, f -> ((Event) f).key()),
            Map.entry(Stage.class, f -> ((Stage) f).name()),
            Map.entry(Finding.class, f -> ((Finding) f).rule() + " " + ((Finding) f).subject()));

    private FactKeys() {}

    /** Reads the key from facts of a type; always null for those that have none. */
    public static Function<Object, @Nullable String> of(Class<?> type) {
        return KEYS.getOrDefault(type, fact -> null);
    }

    static String text(Record fact) {
        String key = fact instanceof AsOf day
                ? day.date().toString()
                : of(fact.getClass()).apply(fact);
        if (key != null) {
            return key;
        }
        return fact instanceof Source source ? source.title() : fact.toString();
    }
}
