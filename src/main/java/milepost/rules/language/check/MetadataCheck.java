package milepost.rules.language.check;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import milepost.facts.Severity;
import milepost.rules.language.Limit;
import milepost.rules.language.RuleInfo;
import milepost.rules.language.syntax.Literals;
import milepost.rules.language.syntax.RuleSyntax;
import milepost.rules.language.syntax.Word;
import org.jspecify.annotations.Nullable;

/** Reads what a rule says about itself. */
final class MetadataCheck {
    static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*/[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final List<String> KNOWN = List.of(
            "title",
            "severity",
            "owner",
            "why",
            "remedy",
            "hold",
            "points",
            "forecast",
            "shadow",
            "review",
            "alias",
            "category");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ,./_-]*|[+-][0-9]+");
    private static final Pattern DAYS = Pattern.compile("[0-9]{1,4}d");
    private static final Pattern DAY = Pattern.compile("[12][0-9]{3}-[0-9]{2}-[0-9]{2}");
    /** What to write where a value is no text. */
    private static final Map<String, String> FORMS = Map.of(
            "severity", "Write one word: @severity( LOW ), MEDIUM, HIGH or CRITICAL.",
            "hold", "Write days, such as @hold(7d).",
            "points", "Write a whole number from -9999 to 9999, such as @points(-2).",
            "forecast", "Write @forecast(false) for a rule that only measures silence.",
            "shadow", "Write @shadow(true) for a rule whose flags only authors shall see.",
            "review", "Write a day, such as @review(2027-06-30).");

    private static final Pattern POINTS = Pattern.compile("[+-]?[0-9]{1,4}");

    private final FileContext file;
    private final RuleSyntax rule;
    private final Map<String, Word> values = new LinkedHashMap<>();

    MetadataCheck(FileContext file, RuleSyntax rule) {
        this.file = file;
        this.rule = rule;
    }

    /** Null where something in it is wrong, which has been said. */
    @Nullable RuleInfo check() {
        int before = file.complaints().size();
        key();
        rule.annotations().forEach(this::take);
        Severity severity = severity();
        int hold = number("hold", DAYS);
        int points = number("points", POINTS);
        boolean forecast = truth("forecast", true);
        boolean shadow = truth("shadow", false);
        LocalDate review = review();
        List<String> aliases = aliases();
        if (severity == null || file.complaints().size() > before) {
            return null;
        }
        String title = text("title");
        return new RuleInfo(
                rule.name().text(),
                title == null ? titleOf(rule.name().text()) : title,
                severity,
                text("owner"),
                text("why"),
                text("remedy"),
                hold,
                points,
                forecast,
                shadow,
                review,
                text("category"),
                aliases,
                file.path(),
                file.lines().lineAt(rule.name().at().from()),
                file.text().substring(rule.at().from(), rule.at().to()));
    }

    private void key() {
        String key = rule.name().text();
        if (!KEY.matcher(key).matches() || key.length() > 80) {
            file.complain(
                    rule.name().at(),
                    "rule-name",
                    "A rule is named by its folder and a name in small letters with hyphens, such as \"schedule/deadline-missed\".");
        }
    }

    private void take(RuleSyntax.Annotation annotation) {
        String name = annotation.name().text();
        if (!KNOWN.contains(name)) {
            file.unknown(
                    annotation.name().at(),
                    "unknown-metadata",
                    "@" + name + " is not known",
                    new FileContext.Asked(name, KNOWN));
        } else if (values.putIfAbsent(name, annotation.value()) != null) {
            file.complain(annotation.at(), "metadata-twice", "@" + name + " stands here a second time; keep one.");
        } else if (annotation.value().text().isEmpty()) {
            file.complain(annotation.at(), "metadata", "@" + name + " needs a value between its brackets.");
        } else if (annotation.value().text().length() > Limit.METADATA_CHARACTERS.most()) {
            file.complain(
                    annotation.value().at(),
                    "metadata",
                    "A piece of metadata has at most " + Limit.METADATA_CHARACTERS + " characters.");
        } else if (!name.equals("alias") && text(name) == null) {
            file.complain(
                    annotation.value().at(),
                    "metadata",
                    FORMS.getOrDefault(name, "Write one line of text, in one pair of double quotes."));
        }
    }

    private @Nullable String text(String name) {
        Word value = values.get(name);
        return value == null ? null : plain(value.text());
    }

    /** The text without its quotes; null when quotes stand in the wrong places. */
    private static @Nullable String plain(String written) {
        if (isQuoted(written)) {
            String content = Literals.content(written);
            return content.chars().anyMatch(c -> c < ' ') ? null : content;
        }
        String words = written.replaceAll("\\s+", " ");
        return PLAIN.matcher(words).matches() ? words : null;
    }

    private static boolean isQuoted(String written) {
        int last = written.length() - 1;
        int i = 1;
        while (i < last && written.charAt(i) != '"') {
            i += written.charAt(i) == '\\' ? 2 : 1;
        }
        return i == last && written.charAt(0) == '"' && written.charAt(last) == '"';
    }

    private @Nullable Severity severity() {
        String written = text("severity");
        if (!values.containsKey("severity")) {
            file.complain(
                    rule.name().at(),
                    "missing-severity",
                    "Say how bad a finding of this rule is: @severity( LOW ), MEDIUM, HIGH or CRITICAL.");
        }
        for (Severity severity : Severity.values()) {
            if (severity.name().equals(written)) {
                return severity;
            }
        }
        if (written != null) {
            List<String> known =
                    Arrays.stream(Severity.values()).map(Severity::name).toList();
            file.unknown(
                    at("severity").at(),
                    "unknown-severity",
                    written + " is not a severity; there are " + String.join(", ", known),
                    new FileContext.Asked(written, known));
        }
        return null;
    }

    private int number(String name, Pattern form) {
        String written = text(name);
        if (written == null) {
            return 0;
        }
        if (!form.matcher(written).matches()) {
            file.complain(at(name).at(), "metadata", String.valueOf(FORMS.get(name)));
            return 0;
        }
        return Integer.parseInt(written.replace("d", ""));
    }

    private boolean truth(String name, boolean unsaid) {
        String written = text(name);
        if (written != null && !written.equals("true") && !written.equals("false")) {
            file.complain(at(name).at(), "metadata", String.valueOf(FORMS.get(name)));
        }
        return written == null ? unsaid : written.equals("true");
    }

    private @Nullable LocalDate review() {
        String written = text("review");
        try {
            if (written == null || DAY.matcher(written).matches()) {
                return written == null ? null : LocalDate.parse(written);
            }
        } catch (DateTimeParseException e) {
            // a day that no calendar has, such as 30 February, is told below like any other
        }
        file.complain(at("review").at(), "metadata", String.valueOf(FORMS.get("review")));
        return null;
    }

    private List<String> aliases() {
        List<String> aliases = new ArrayList<>();
        Word value = values.get("alias");
        for (String part : value == null ? new String[0] : value.text().split(",", 50)) {
            String alias = plain(part.strip());
            if (alias == null || !KEY.matcher(alias).matches()) {
                file.complain(
                        at("alias").at(),
                        "metadata",
                        "An alias is an earlier key of this rule, such as \"schedule/overdue\".");
                break;
            }
            aliases.add(alias);
        }
        return aliases;
    }

    private Word at(String name) {
        return values.getOrDefault(name, rule.name());
    }

    private static String titleOf(String key) {
        String name = key.substring(key.indexOf('/') + 1).replace('-', ' ');
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
