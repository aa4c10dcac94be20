package milepost.rules.language.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import milepost.facts.AsOf;
import milepost.facts.Attribute;
import milepost.facts.Confidence;
import milepost.facts.Dependency;
import milepost.facts.Event;
import milepost.facts.Evidence;
import milepost.facts.Finding;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Observation;
import milepost.facts.Participant;
import milepost.facts.Precision;
import milepost.facts.ProgressUpdate;
import milepost.facts.Rating;
import milepost.facts.Restriction;
import milepost.facts.RestrictionKind;
import milepost.facts.Roadmap;
import milepost.facts.Severity;
import milepost.facts.Source;
import milepost.facts.Stage;
import milepost.facts.Status;
import milepost.facts.SubjectKind;
import milepost.facts.TargetDate;
import milepost.facts.ValueKind;
import milepost.rules.language.FactType;
import milepost.rules.language.Type;

/** All words a rule may use, with a sentence about each; immutable. */
public final class Vocabulary {
    private static final Vocabulary FACTS = new Vocabulary();

    private final Docs docs = new Docs();
    private final Map<String, FactType> types = new LinkedHashMap<>();
    private final Map<String, Class<? extends Enum<?>>> constants = new LinkedHashMap<>();
    private final Map<Type, Members> values;

    private Vocabulary() {
        RecordReader reader = new RecordReader(docs);
        List.of(TargetDate.class, Source.class, Evidence.class).forEach(t -> reader.read(t, false));
        List.of(
                        AsOf.class,
                        Roadmap.class,
                        Stage.class,
                        Milestone.class,
                        Dependency.class,
                        Participant.class,
                        Restriction.class,
                        Indicator.class,
                        Observation.class,
                        Event.class,
                        ProgressUpdate.class,
                        Attribute.class,
                        Rating.class,
                        Finding.class)
                .forEach(t -> reader.read(t, true));
        reader.types().forEach(t -> types.put(t.name(), t));
        List.of(
                        Status.class,
                        Confidence.class,
                        Severity.class,
                        Precision.class,
                        RestrictionKind.class,
                        SubjectKind.class,
                        ValueKind.class)
                .forEach(c -> constants.put(c.getSimpleName(), c));
        values = Map.of(
                Type.Simple.DATE, ValueMembers.ofDate(docs),
                Type.Simple.TEXT, ValueMembers.ofText(docs),
                Type.Simple.DECIMAL, ValueMembers.ofDecimal(docs));
    }

    /** The vocabulary of the facts. */
    public static Vocabulary ofFacts() {
        return FACTS;
    }

    /** Every fact and every value reached from a fact. */
    public List<FactType> types() {
        return List.copyOf(types.values());
    }

    public Optional<FactType> findType(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** Names of the types that a pattern may begin with. */
    public List<String> matchable() {
        return types.values().stream()
                .filter(FactType::matchable)
                .map(FactType::name)
                .toList();
    }

    /** Names of the enums whose constants a rule may write. */
    public Set<String> constantTypes() {
        return Set.copyOf(constants.keySet());
    }

    public Optional<Class<? extends Enum<?>>> findConstants(String name) {
        return Optional.ofNullable(constants.get(name));
    }

    /** The constants of an enum, as a rule writes them after its name. */
    public static List<String> constantsOf(Class<? extends Enum<?>> type) {
        List<String> names = new ArrayList<>();
        for (Enum<?> constant : type.getEnumConstants()) {
            names.add(constant.name());
        }
        return names;
    }

    /** The constants of this name, each with its enum before it, in the order of the enums. */
    public List<String> constantsCalled(String name) {
        return constants.entrySet().stream()
                .filter(e -> constantsOf(e.getValue()).contains(name))
                .map(e -> e.getKey() + "." + name)
                .sorted()
                .toList();
    }

    /** What can follow the dot after a value of this type. */
    public Members membersOf(Type type) {
        if (type instanceof Type.Thing thing) {
            FactType fact = thing.fact();
            return new Members(fact.properties(), fact.properties(), fact.methods());
        }
        if (type instanceof Type.ListOf list) {
            return ValueMembers.ofList(docs, list.element());
        }
        return values.getOrDefault(type, Members.NONE);
    }

    /** What a type, an enum or a member ({@code Milestone.due}) means. */
    public String doc(String word) {
        return docs.of(word);
    }

    /** Every word that has a sentence. */
    public Set<String> documented() {
        return docs.words();
    }
}
