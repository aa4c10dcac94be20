package milepost.web.api.http;

import java.util.List;

/** A request that cannot be carried out because of how it was sent; becomes a problem document of that status. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What part of a request is wrong. */
    public enum Part {
        POINTER,
        PARAMETER,
        HEADER
    }

    /**
     * One mistake.
     *
     * @param place a JSON pointer, or the name of a query parameter or header
     */
    public record Fault(Part part, String place, String detail) {}

    private final int status;
    private final transient List<Fault> faults;

    public Refusal(int status, String sentence, Fault... faults) {
        super(sentence);
        this.status = status;
        this.faults = List.of(faults);
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

    public int status() {
        return status;
    }

    public List<Fault> faults() {
        return faults;
    }
}
