package milepost.rules.language.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import milepost.rules.language.Limit;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleInfo;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.RuleTree;
import milepost.rules.language.syntax.Complaint;
import milepost.rules.language.syntax.Complaints;
import milepost.rules.language.syntax.FileSyntax;
import milepost.rules.language.syntax.Lines;
import milepost.rules.language.syntax.RuleSyntax;
import milepost.rules.language.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** From the text of rule files to checked rule trees and problems; a pure function that throws on no text. */
public final class RuleParser {
    private final List<RuleTree> rules = new ArrayList<>();
    private final List<RuleProblem> problems = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();

    private RuleParser() {}

    /** Reads all files together, because a rule key is unique over all of them. */
    public static ParsedRules parse(List<RuleFile> files) {
        return parse(files, new KnownFiles());
    }

    /** The same, reading only the files that are not known yet. */
    public static ParsedRules parse(List<RuleFile> files, KnownFiles known) {
        RuleParser parser = new RuleParser();
        if (parser.fits(files)) {
            known.expect(files.size());
            files.stream()
                    .sorted(Comparator.comparing(RuleFile::path))
                    .forEach(file -> parser.add(known.of(file, RuleParser::read)));
        }
        parser.aliases();
        parser.rules.sort(Comparator.comparing(rule -> rule.info().key()));
        parser.problems.sort(Comparator.comparing(RuleProblem::path)
                .thenComparingInt(RuleProblem::line)
                .thenComparingInt(RuleProblem::column)
                .thenComparing(RuleProblem::code));
        return new ParsedRules(parser.rules, parser.problems);
    }

    /** Whether there is little enough to be read at all. */
    private boolean fits(List<RuleFile> files) {
        long characters = files.stream().mapToLong(f -> f.content().length()).sum();
        if (files.size() <= Limit.FILES.most() && characters <= Limit.ALL_CHARACTERS.most()) {
            return true;
        }
        String message = "A rulebook has at most " + Limit.FILES + " files and " + Limit.ALL_CHARACTERS
                + " characters; these are " + files.size() + " and " + characters + ".";
        problems.add(new RuleProblem("", 1, 1, 1, RuleProblem.Level.ERROR, "size", message, null));
        return false;
    }

    private static FileReading read(RuleFile source) {
        Lines lines = new Lines(source.content());
        Complaints complaints = new Complaints();
        FileContext file = new FileContext(source.path(), source.content(), lines, complaints, Vocabulary.ofFacts());
        FileSyntax syntax = FileSyntax.read(source.content(), lines, complaints);
        RuleCheck check = new RuleCheck(file);
        List<FileReading.Named> named = new ArrayList<>();
        for (RuleSyntax rule : syntax.rules()) {
            if (complaints.isFull()) {
                break;
            }
            named.add(named(rule, check.check(rule), file));
        }
        boolean whole = complaints.sorted().stream()
                .allMatch(c -> syntax.rules().stream()
                        .anyMatch(r -> r.at().from() <= c.at().from() && c.at().from() < r.at().to()));
        return new FileReading(
                List.copyOf(named),
                complaints.sorted().stream().map(file::problem).toList(),
                whole);
    }

    private static FileReading.Named named(RuleSyntax rule, @Nullable RuleTree tree, FileContext file) {
        String key = rule.name().text();
        String place =
                file.path() + ", line " + file.lines().lineAt(rule.name().at().from());
        String taken = "Another rule is already called " + key;
        return new FileReading.Named(
                key, place, tree, file.problem(new Complaint(rule.name().at(), "duplicate-rule", taken)));
    }

    private void add(FileReading file) {
        List<RuleTree> trees = new ArrayList<>();
        int room = Complaints.MOST - file.problems().size();
        problems.addAll(file.problems());
        for (FileReading.Named rule : file.rules()) {
            String first = places.putIfAbsent(rule.key(), rule.place());
            if (first != null && room-- > 0) {
                problems.add(taken(rule.taken(), first));
            } else if (first == null && rule.tree() != null) {
                trees.add(rule.tree());
            }
        }
        if (file.whole()) {
            rules.addAll(trees);
        }
    }

    private static RuleProblem taken(RuleProblem problem, String first) {
        return new RuleProblem(
                problem.path(),
                problem.line(),
                problem.column(),
                problem.endColumn(),
                problem.severity(),
                problem.code(),
                problem.message() + " (" + first + "); choose another name.",
                null);
    }

    private static RuleProblem taken(RuleTree tree, String alias, int at, String owner) {
        String text = tree.info().text();
        int begin = text.lastIndexOf('\n', at);
        int line = tree.span().line()
                + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        int column = begin < 0 ? tree.span().column() + at : at - begin;
        return new RuleProblem(
                tree.info().path(),
                line,
                column,
                column + alias.length(),
                RuleProblem.Level.ERROR,
                "duplicate-rule",
                "The alias " + alias + " is already taken (" + owner
                        + "). An alias is an earlier key of this rule that no rule has now.",
                null);
    }

    /** An earlier key of one rule cannot be the key of another. */
    private void aliases() {
        for (RuleTree tree : rules) {
            RuleInfo info = tree.info();
            int at = info.text().indexOf("@alias");
            for (String alias : info.aliases()) {
                at = info.text().indexOf(alias, at);
                String owner = places.putIfAbsent(alias, info.path() + ", line " + info.line());
                if (owner != null) {
                    problems.add(taken(tree, alias, at, owner));
                }
                at += alias.length();
            }
        }
    }
}
