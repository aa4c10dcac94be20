package milepost.rules.wording;

import java.util.ArrayList;
import java.util.List;
import milepost.rules.language.Condition;
import milepost.rules.wording.Conjuncts.Numbered;
import milepost.rules.wording.clause.Clause;
import milepost.rules.wording.clause.Names;
import milepost.rules.wording.words.Phrases;

/** Says one fact and what must hold for it: in a sentence where that is short, else in a list. */
final class PatternWriter {
    private static final int IN_A_SENTENCE = 2;

    private final Names names;
    private final Condition.Pattern pattern;
    private final List<Numbered> clauses;

    PatternWriter(Names names, Condition.Pattern pattern, List<Numbered> clauses) {
        this.names = names;
        this.pattern = pattern;
        this.clauses = clauses;
    }

    /** @param determiner {@code a}, {@code no}, {@code at least one}, {@code every} */
    Said said(String determiner) {
        String head = head(determiner);
        boolean several = clauses.stream().anyMatch(next -> next.clause() instanceof Clause.Several);
        if (clauses.size() > IN_A_SENTENCE || several) {
            return new Said(head + introduction() + ":", brief(), bullets());
        }
        String all = determiner.equals("no") && clauses.isEmpty() ? " at all" : "";
        return new Said(head + inOneLine() + all + ".", numbers(), List.of());
    }

    /** All in one line, with something after it and parts below. */
    Said every(String end, List<Said> parts) {
        return new Said(head("every") + inOneLine() + end, numbers(), parts);
    }

    /** All in one line, as part of a sentence. */
    String line(String determiner) {
        String line = head(determiner) + inOneLine();
        return Character.toLowerCase(line.charAt(0)) + line.substring(1);
    }

    /** What must hold, line by line. */
    List<Said> bullets() {
        return clauses.stream()
                .filter(next -> !introduces(next))
                .map(next -> bullet(next.clause(), next.numbers()))
                .toList();
    }

    private boolean introduces(Numbered next) {
        return next.brief() && clauses.indexOf(next) == 0;
    }

    private String introduction() {
        return clauses.isEmpty() || !introduces(clauses.get(0)) ? "" : " " + briefly(clauses.get(0));
    }

    private List<Integer> brief() {
        return clauses.isEmpty() || !introduces(clauses.get(0))
                ? List.of()
                : clauses.get(0).numbers();
    }

    private static String briefly(Numbered next) {
        return ((Clause.Plain) next.clause()).predicate().substring("is ".length());
    }

    private static Said bullet(Clause clause, List<Integer> numbers) {
        if (!(clause instanceof Clause.Several several) || several.flat()) {
            return new Said(clause.relative(), numbers, List.of());
        }
        String head = several.any() ? "for which at least one of these holds:" : "for which all of these hold:";
        return new Said(
                head,
                numbers,
                several.parts().stream().map(PatternWriter::inner).toList());
    }

    private static Said inner(Clause clause) {
        if (!(clause instanceof Clause.Several several) || several.flat()) {
            return Said.of(clause.plain());
        }
        String head = several.any() ? "at least one of these:" : "all of these:";
        return new Said(
                head,
                List.of(),
                several.parts().stream().map(PatternWriter::inner).toList());
    }

    private String inOneLine() {
        List<String> said = new ArrayList<>();
        for (Numbered next : clauses) {
            boolean several = next.clause() instanceof Clause.Several && clauses.size() > 1;
            String relative = next.clause().relative();
            said.add(introduces(next) ? briefly(next) : several ? "(" + relative + ")" : relative);
        }
        if (said.size() > 1 && introduces(clauses.get(0))) {
            String first = said.remove(0);
            return " " + first + " " + together(said);
        }
        return said.isEmpty() ? "" : " " + together(said);
    }

    private static String together(List<String> said) {
        boolean clear = said.stream().noneMatch(clause -> clause.contains(" and "));
        return Phrases.list(said, clear || said.size() == 1 ? "and" : ",and").replace(" ,and ", ", and ");
    }

    private List<Integer> numbers() {
        return clauses.stream().flatMap(next -> next.numbers().stream()).toList();
    }

    private String head(String determiner) {
        String fact = pattern.fact().name();
        if (determiner.equals("a") && Names.single(pattern)) {
            return fact.equals("AsOf") ? "The day looked at" : "The roadmap";
        }
        String noun = names.introduced(pattern);
        boolean vowel = "aeiou".indexOf(noun.charAt(0)) >= 0;
        return Phrases.sentence(determiner.equals("a") && vowel ? "an " + noun : determiner + " " + noun);
    }
}
