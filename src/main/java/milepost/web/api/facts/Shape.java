package milepost.web.api.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import milepost.facts.Recorded;
import milepost.facts.Snapshot;
import milepost.facts.SubjectKind;
import milepost.roadmap.fact.Edit;
import milepost.web.api.http.JsonReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How one kind of fact stands in JSON. */
interface Shape<T> {

    /** A fact as it shall be, under its key, with what belongs to it. */
    record Draft(String key, List<Edit> edits) {
        Draft(String key, Edit edit) {
            this(key, List.of(edit));
        }
    }

    Class<T> type();

    /** What one of them is called in a sentence. */
    String noun();

    /** Those of a roadmap, whatever their dates. */
    List<T> of(Snapshot snapshot, Place place);

    String key(T fact);

    Recorded recorded(T fact);

    /** Reads what was sent; mistakes are left with the reader. */
    Draft read(JsonReader in, Place place, long version);

    /** What belonged to the fact as an answer showed it and does no longer in what was sent. */
    default List<Edit> gone(ObjectNode sent, ObjectNode before) {
        return List.of();
    }

    /** Which state of the fact an answer shows. */
    default String tag(T fact, Snapshot snapshot) {
        return String.valueOf(recorded(fact).version());
    }

    /** Fields that an answer has and nobody can set. */
    default Set<String> given() {
        return Set.of("version", "updatedAt", "updatedBy");
    }

    /** Fields that are set once, when the fact is added. */
    default Set<String> fixed() {
        return Set.of("key");
    }

    /** What findings about them are called; empty when rules report nothing about them. */
    default Optional<SubjectKind> findSubject() {
        return Optional.empty();
    }

    /** Adds to an answer what the fact does not say itself. */
    default void complete(T fact, ObjectNode json) {}

    /**
     * Adds to an answer what other facts say of it.
     *
     * @param day what is dated later is left out; null for none
     */
    default void extend(T fact, Snapshot snapshot, @Nullable LocalDate day, ObjectNode json) {}

    /** Whether the fact had happened by the day that is looked at. */
    default boolean happened(T fact, AsSeen seen) {
        return true;
    }
}
