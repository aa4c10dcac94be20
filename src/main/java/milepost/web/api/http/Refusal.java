package milepost.web.api.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import milepost.facts.Problem;
import tools.jackson.databind.JsonNode;

/** A request that cannot be carried out because of how it was sent; becomes a problem document of that status. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What part of a request is wrong. */
    public enum Part {
        POINTER,
        PARAMETER,
        HEADER,
        /** A row and column of a table. */
        PLACE
    }

    /**
     * One mistake.
     *
     * @param place a JSON pointer, or the name of a query parameter or header
     */
    public record Fault(Part part, String place, String detail) {}

    private final int status;
    private final transient List<Fault> faults;
    private final transient Map<String, JsonNode> shown;

    public Refusal(int status, String sentence, Fault... faults) {
        this(status, sentence, Map.of(), faults);
    }

    private Refusal(int status, String sentence, Map<String, JsonNode> shown, Fault... faults) {
        super(sentence);
        this.status = status;
        this.shown = shown;
        this.faults = List.of(faults);
    }

    /** The same with what is in the way, as it is now, under a name. */
    public Refusal showing(String name, JsonNode thing) {
        return new Refusal(status, String.valueOf(getMessage()), Map.of(name, thing), faults.toArray(Fault[]::new));
    }

    /** A query parameter that cannot be read. */
    public static Refusal parameter(String name, String sentence) {
        return new Refusal(400, sentence, new Fault(Part.PARAMETER, name, sentence));
    }

    /** A query parameter that can be read but names what cannot be asked for. */
    public static Refusal value(String name, String sentence) {
        return new Refusal(422, sentence, new Fault(Part.PARAMETER, name, sentence));
    }

    /** A header that is missing or cannot be used. */
    static Refusal header(int status, String name, String sentence) {
        return new Refusal(status, sentence, new Fault(Part.HEADER, name, sentence));
    }

    /** What is wrong with facts, where each field of it stands in the request. */
    public static Refusal of(Problem problem, Function<String, Part> part) {
        Fault[] faults = problem.fields().stream()
                .map(f -> {
                    Part where = part.apply(f.field());
                    return new Fault(where, (where == Part.POINTER ? "/" : "") + f.field(), f.message());
                })
                .toArray(Fault[]::new);
        return new Refusal(status(problem.kind()), String.valueOf(problem.getMessage()), faults);
    }

    /** The status of an answer to a request that cannot be carried out. */
    public static int status(Problem.Kind kind) {
        return switch (kind) {
            case INVALID -> 422;
            case NOT_FOUND -> 404;
            case FORBIDDEN -> 403;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
        };
    }

    /** Every mistake as a problem document tells it. */
    public List<Map<String, String>> errors() {
        return faults.stream()
                .map(f -> mistake(f.part(), f.place(), f.detail()))
                .toList();
    }

    /** One mistake: where it is, and then what is wrong there. */
    static Map<String, String> mistake(Part part, String place, String detail) {
        Map<String, String> mistake = new LinkedHashMap<>();
        mistake.put(part.name().toLowerCase(Locale.ROOT), place);
        mistake.put("detail", detail);
        return mistake;
    }

    /** What is in the way, by the name it has in the document. */
    public Map<String, JsonNode> shown() {
        return shown;
    }

    public int status() {
        return status;
    }
}
