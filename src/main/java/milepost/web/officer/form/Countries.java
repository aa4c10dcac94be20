package milepost.web.officer.form;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The jurisdictions of ISO 3166 with their English names, and the European Union, which acts like one. */
public final class Countries {
    private static final List<Option> ALL = Stream.concat(
                    Stream.of(Locale.getISOCountries()).map(code -> new Option(code, name(code))),
                    Stream.of(new Option("EU", "European Union")))
            .sorted(Comparator.comparing(Option::text))
            .toList();

    private Countries() {}

    /** Every jurisdiction, ordered by name. */
    public static List<Option> all() {
        return ALL;
    }

    /** The English name of a code. */
    public static Optional<String> find(String code) {
        return ALL.stream()
                .filter(o -> o.value().equals(code))
                .map(Option::text)
                .findFirst();
    }

    private static String name(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
    }
}
