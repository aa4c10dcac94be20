package milepost.web.officer.form;

import java.util.List;
import java.util.Map;
import milepost.facts.Problem.FieldError;
import milepost.roadmap.fact.Edit;

/**
 * What a form asks for.
 *
 * @param edits as far as they could be read; where a field could not, with nothing in it
 * @param errors what could not be read
 * @param places for rows: how the use case names one, such as {@code evidence/0}, and how the form does; a single field where the form calls it otherwise
 */
public record Reading(List<Edit> edits, List<FieldError> errors, Map<String, String> places) {
    public Reading {
        edits = List.copyOf(edits);
        errors = List.copyOf(errors);
        places = Map.copyOf(places);
    }

    /** The errors of a use case, each at the field of the form that it speaks of. */
    public List<FieldError> located(List<FieldError> found) {
        return found.stream()
                .map(e -> new FieldError(place(e.field()), e.message()))
                .toList();
    }

    private String place(String field) {
        String exact = places.get(field);
        if (exact != null) {
            return exact;
        }
        int end = field.lastIndexOf('/');
        String row = end < 0 ? null : places.get(field.substring(0, end));
        return row == null ? field : row + field.substring(end);
    }
}
