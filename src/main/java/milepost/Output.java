package milepost;

import milepost.roadmap.fact.FactJson;
import picocli.CommandLine.Option;

/** How a command prints what it found. */
final class Output {
    /** For people or for programs. */
    enum Format {
        text,
        json
    }

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "text for people, json for programs. Default: text.")
    private Format format = Format.text;

    boolean json() {
        return format == Format.json;
    }

    static void print(Object value) {
        System.out.println(FactJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(value));
    }
}
