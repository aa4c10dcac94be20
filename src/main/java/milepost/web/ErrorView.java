package milepost.web;

import java.util.List;
import milepost.facts.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What the error page prints.
 *
 * @param reference finds the failure in the log; null when nothing was logged
 */
public record ErrorView(
        String title,
        @Nullable String sentence,
        List<Problem.FieldError> fields,
        @Nullable String reference,
        String time,
        String path) {}
