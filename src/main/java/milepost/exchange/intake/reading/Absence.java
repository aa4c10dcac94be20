package milepost.exchange.intake.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import milepost.facts.ValueKind;

/** Words that stand where a value would stand. */
public final class Absence {
    private static final int LONGEST = 500;
    private static final Pattern WITHHELD = Pattern.compile(
            "\\bexempt|\\bexemption|withheld|with-held|redact|freedom of information|\\bfoi\\b|\\bfoia\\b|classified"
                    + "|confidential|(commercially|market|politically) sensitive|\\bsensitiv|\\bsecret\\b|restricted"
                    + "|not (for |to be )?(publi|disclos|releas)|under section \\d+|^\\*+$|^x{3,}$|national security");
    private static final Pattern NOT_GIVEN = Pattern.compile(
            "#?n\\s*/\\s*a\\b.*|#?n\\.\\s*a\\.?|#(ref|value|name|null|num|div/0)[!?]?|na|nil|none\\b.*|null|nan|-+|–|—|\\?+|\\.+"
                    + "|not (yet )?(applicable|available|provided|given|known|set|stated|specified|recorded|supplied|submitted"
                    + "|assessed|rated|defined|confirmed|agreed|approved|baselined|reported|started|required|relevant)\\b.*"
                    + "|no (.* )?(date|data|value|cost|costs|figure|figures|dca|rating|baseline|forecast|information)s?\\b.*"
                    + "|no|(.* )?data not (provided|available|supplied|given)\\b.*|tb[acdn]\\b.*|to be (confirmed|determined|decided"
                    + "|announced|agreed|advised|set|defined)\\b.*|unknown|undefined|undecided|pending|awaiting\\b.*|reset\\b.*"
                    + "|open[- ]?ended|ongoing|on[- ]going|continuous|indefinite\\w*|under review|missing|unspecified|see .*");

    private Absence() {}

    /** Why there is no value; empty when the words may hold one. */
    public static Optional<ValueKind> find(String text) {
        if (text.isEmpty()) {
            return Optional.of(ValueKind.BLANK);
        }
        String low = text.toLowerCase(Locale.ROOT);
        if (low.length() <= LONGEST && WITHHELD.matcher(low).find()) {
            return Optional.of(ValueKind.WITHHELD);
        }
        return NOT_GIVEN.matcher(low).matches() ? Optional.of(ValueKind.NOT_GIVEN) : Optional.empty();
    }
}
