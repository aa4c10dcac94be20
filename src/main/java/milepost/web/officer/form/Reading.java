package milepost.web.officer.form;

import java.util.List;
import milepost.facts.Problem.FieldError;
import milepost.roadmap.Edit;

/**
 * What a form asks for.
 *
 * @param edits as far as they could be read; where a field could not, with nothing in it
 * @param errors what could not be read
 */
public record Reading(List<Edit> edits, List<FieldError> errors) {
    public Reading {
        edits = List.copyOf(edits);
        errors = List.copyOf(errors);
    }
}
