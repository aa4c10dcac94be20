package milepost.rules.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.language.Operator;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleTree;
import milepost.rules.language.Span;

/** Makes small wrong versions of a rule: each differs from the original in one place. */
final class Mutants {
    private static final Map<Pattern, List<String>> SWAPS = swaps();
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w$-])[0-9]+(?![\\w-])");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|@\\w+\\([^)]*\\)|rule \"[^\"]*\"");

    /** One wrong version and what makes it wrong. */
    record Mutant(String change, RuleFile file) {}

    private final RuleFile file;
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutants(RuleFile file) {
        this.file = file;
    }

    static List<Mutant> of(RuleFile file, RuleTree tree) {
        Mutants all = new Mutants(file);
        all.words();
        all.numbers();
        tree.when().forEach(all::condition);
        return all.mutants;
    }

    private static Map<Pattern, List<String>> swaps() {
        Map<Pattern, List<String>> swaps = new LinkedHashMap<>();
        swaps.put(Pattern.compile("(?<![<>=!])<(?!=)"), List.of("<=", ">"));
        swaps.put(Pattern.compile("<="), List.of("<", ">="));
        swaps.put(Pattern.compile("(?<![<>=!])>(?!=)"), List.of(">=", "<"));
        swaps.put(Pattern.compile(">="), List.of(">", "<="));
        swaps.put(Pattern.compile("=="), List.of("!="));
        swaps.put(Pattern.compile("!="), List.of("=="));
        swaps.put(Pattern.compile("\\|\\|"), List.of("&&"));
        swaps.put(Pattern.compile("&&"), List.of("||"));
        swaps.put(Pattern.compile("not contains"), List.of("contains"));
        swaps.put(Pattern.compile("(?<!not )contains"), List.of("not contains"));
        swaps.put(Pattern.compile("plus(?=Days|Years)"), List.of("minus"));
        swaps.put(Pattern.compile("minus(?=Days|Years)"), List.of("plus"));
        swaps.put(Pattern.compile("\\.last\\b"), List.of(".first"));
        swaps.put(Pattern.compile("\\.first\\b"), List.of(".last"));
        swaps.put(Pattern.compile("isBefore"), List.of("isAfter"));
        swaps.put(Pattern.compile("Severity\\.HIGH"), List.of("Severity.LOW"));
        swaps.put(Pattern.compile("Severity\\.MEDIUM"), List.of("Severity.LOW"));
        return swaps;
    }

    private void words() {
        SWAPS.forEach((pattern, others) -> {
            Matcher matcher = pattern.matcher(masked());
            while (matcher.find()) {
                others.forEach(other -> replace(matcher.start(), matcher.end(), other));
            }
        });
        Matcher severity = Pattern.compile("@severity\\( (\\w+) \\)").matcher(file.content());
        if (severity.find()) {
            replace(severity.start(1), severity.end(1), severity.group(1).equals("LOW") ? "CRITICAL" : "LOW");
        }
    }

    private void numbers() {
        Matcher matcher = NUMBER.matcher(masked());
        while (matcher.find()) {
            long number = Long.parseLong(matcher.group());
            replace(matcher.start(), matcher.end(), String.valueOf(number + 1));
            if (number > 0) {
                replace(matcher.start(), matcher.end(), String.valueOf(number - 1));
            }
        }
    }

    private void condition(Condition condition) {
        if (condition instanceof Condition.Pattern pattern) {
            pattern.items().stream()
                    .filter(Condition.Test.class::isInstance)
                    .forEach(item -> test(((Condition.Test) item).expr()));
        } else if (condition instanceof Condition.All all) {
            all.parts().forEach(this::condition);
        } else if (condition instanceof Condition.Not not) {
            replace(condition.span(), "AsOf()");
            condition(not.part());
        } else if (condition instanceof Condition.Accumulate accumulate) {
            condition(accumulate.source());
            accumulate.tests().forEach(test -> test(test.expr()));
        } else {
            throw new IllegalStateException("no mutation for " + condition);
        }
    }

    /** Each constraint and each part of one is left out: by what always holds, or by what never does. */
    private void test(Expr test) {
        replace(test.span(), "1 == 1");
        if (test instanceof Expr.Binary binary && binary.operator() == Operator.OR) {
            alternative(binary.left());
            alternative(binary.right());
        } else if (test instanceof Expr.Binary binary && binary.operator() == Operator.AND) {
            test(binary.left());
            test(binary.right());
        }
    }

    private void alternative(Expr part) {
        replace(part.span(), "1 == 2");
        if (part instanceof Expr.Binary binary && binary.operator() == Operator.AND) {
            test(binary.left());
            test(binary.right());
        }
    }

    private void replace(Span span, String other) {
        int from = offset(span.line(), span.column());
        int to = offset(span.endLine(), span.endColumn());
        String part = file.content().substring(from, to);
        long open = part.chars().filter(c -> c == '(').count()
                - part.chars().filter(c -> c == ')').count();
        for (; open > 0; open--) {
            to = file.content().indexOf(')', to) + 1;
        }
        replace(from, to, other);
    }

    private void replace(int from, int to, String other) {
        String text = file.content();
        String changed = text.substring(0, from) + other + text.substring(to);
        int line = (int) text.substring(0, from).lines().count();
        int start = text.lastIndexOf('\n', from - 1) + 1;
        String around =
                text.substring(Math.max(start, from - 14), from).stripLeading() + "[" + text.substring(from, to) + "]";
        mutants.add(new Mutant(
                file.path() + ":" + line + " " + around.replaceAll("\\s+", " ") + " -> " + other,
                new RuleFile(file.path(), changed)));
    }

    private int offset(int line, int column) {
        int offset = 0;
        for (int i = 1; i < line; i++) {
            offset = file.content().indexOf('\n', offset) + 1;
        }
        return offset + column - 1;
    }

    /** The text with everything quoted blanked, so that only code is found in it. */
    private String masked() {
        return QUOTED.matcher(file.content())
                .replaceAll(found -> " ".repeat(found.group().length()));
    }
}
