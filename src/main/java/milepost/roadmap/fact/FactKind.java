package milepost.roadmap.fact;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milepost.facts.Attribute;
import milepost.facts.Dependency;
import milepost.facts.Event;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Observation;
import milepost.facts.Participant;
import milepost.facts.ProgressUpdate;
import milepost.facts.Rating;
import milepost.facts.Recorded;
import milepost.facts.Restriction;
import milepost.facts.Roadmap;
import org.jspecify.annotations.Nullable;

/** The kinds of fact that are recorded, and how each is told apart from others of its kind. */
public enum FactKind {
    ROADMAP(Roadmap.class),
    MILESTONE(Milestone.class),
    DEPENDENCY(Dependency.class),
    PARTICIPANT(Participant.class),
    RESTRICTION(Restriction.class),
    INDICATOR(Indicator.class),
    OBSERVATION(Observation.class),
    EVENT(Event.class),
    UPDATE(ProgressUpdate.class),
    ATTRIBUTE(Attribute.class),
    COMMENT(Comment.class),
    BASELINE(Baseline.class),
    RATING(Rating.class);

    private static final Map<Class<?>, FactKind> BY_TYPE =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(FactKind::type, kind -> kind));

    private final Class<?> type;
    private final RecordComponent[] components;

    FactKind(Class<?> type) {
        this.type = type;
        this.components = type.getRecordComponents();
    }

    public Class<?> type() {
        return type;
    }

    /** The kind whose facts rules call by this name; null when such facts are not recorded. */
    public static @Nullable FactKind named(String name) {
        for (FactKind kind : values()) {
            if (kind.type.getSimpleName().equals(name)) {
                return kind;
            }
        }
        return null;
    }

    /** What one of them is called in a sentence. */
    public String noun() {
        return this == UPDATE ? "report" : type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** The names of all kinds. */
    public static Set<String> names() {
        return Arrays.stream(values()).map(FactKind::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it is only recorded for people: rules do not see it, and it is in no snapshot. */
    public boolean note() {
        return this == COMMENT || this == BASELINE;
    }

    /** Whether rules report about facts of this kind. */
    public boolean subject() {
        return this == ROADMAP || this == MILESTONE || this == INDICATOR;
    }

    public static FactKind of(Class<?> type) {
        FactKind kind = BY_TYPE.get(type);
        if (kind == null) {
            throw new IllegalArgumentException(type.getSimpleName() + " is not recorded");
        }
        return kind;
    }

    public static String key(Object fact) {
        if (fact instanceof Milestone m) { // most facts are milestones or reports, and keys are asked for most
            return m.key();
        }
        if (fact instanceof ProgressUpdate u) {
            return u.key();
        }
        if (fact instanceof Dependency d) {
            return d.predecessor() + ">" + d.successor();
        }
        return switch (of(fact.getClass())) {
            case ROADMAP -> ((Roadmap) fact).key();
            case PARTICIPANT -> ((Participant) fact).key();
            case RESTRICTION -> ((Restriction) fact).key();
            case INDICATOR -> ((Indicator) fact).key();
            case OBSERVATION -> ((Observation) fact).key();
            case EVENT -> ((Event) fact).key();
            case ATTRIBUTE -> ((Attribute) fact).key();
            case COMMENT -> ((Comment) fact).key();
            case BASELINE -> ((Baseline) fact).key();
            default -> ((Rating) fact).key();
        };
    }

    /** The same fact as another version. */
    static Object stamped(Object fact, Recorded recorded) {
        RecordComponent[] components = of(fact.getClass()).components;
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = types[i] == Recorded.class
                        ? recorded
                        : components[i].getAccessor().invoke(fact);
            }
            return fact.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a fact is a record", e);
        }
    }

    public static Recorded recorded(Object fact) {
        if (fact instanceof Dependency d) {
            return d.recorded();
        }
        return switch (of(fact.getClass())) {
            case ROADMAP -> ((Roadmap) fact).recorded();
            case MILESTONE -> ((Milestone) fact).recorded();
            case PARTICIPANT -> ((Participant) fact).recorded();
            case RESTRICTION -> ((Restriction) fact).recorded();
            case INDICATOR -> ((Indicator) fact).recorded();
            case OBSERVATION -> ((Observation) fact).recorded();
            case EVENT -> ((Event) fact).recorded();
            case ATTRIBUTE -> ((Attribute) fact).recorded();
            case COMMENT -> ((Comment) fact).recorded();
            case BASELINE -> ((Baseline) fact).recorded();
            case RATING -> ((Rating) fact).recorded();
            default -> ((ProgressUpdate) fact).recorded();
        };
    }
}
