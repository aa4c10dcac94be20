package milepost.web.api.facts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import milepost.facts.Recorded;
import milepost.facts.Snapshot;
import milepost.facts.SubjectKind;
import milepost.roadmap.Edit;
import milepost.web.api.http.JsonReader;
import tools.jackson.databind.node.ObjectNode;

/** How one kind of fact stands in JSON. */
interface Shape<T> {

    /** A fact as it shall be, under its key. */
    record Draft(String key, Edit edit) {}

    Class<T> type();

    /** What one of them is called in a sentence. */
    String noun();

    /** Those of a roadmap, whatever their dates. */
    List<T> of(Snapshot snapshot, Place place);

    String key(T fact);

    Recorded recorded(T fact);

    /** Reads what was sent; mistakes are left with the reader. */
    Draft read(JsonReader in, Place place, long version);

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

    /** Whether the fact had happened by the day that is looked at. */
    default boolean happened(T fact, AsSeen seen) {
        return true;
    }
}
