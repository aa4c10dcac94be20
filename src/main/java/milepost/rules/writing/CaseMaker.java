package milepost.rules.writing;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milepost.facts.Finding;
import milepost.facts.Snapshot;
import milepost.rules.Ruleset;
import milepost.rules.cases.CaseFiles;
import milepost.rules.cases.CaseResult;
import milepost.rules.cases.RuleCases;
import milepost.rules.engine.report.Outcome;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleTree;

/** Makes a case of live facts: the fewest that let a rule say what it says about one subject, or the nearest ones if it is silent. */
public final class CaseMaker {
    private static final Duration MOST = Duration.ofSeconds(1);
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private final Ruleset rules;
    private final String key;
    private final String text;
    private final LocalDate day;

    /** Makes cases of one of the rules, as seen on a day. */
    public CaseMaker(Ruleset rules, RuleTree rule, LocalDate day) {
        this.rules = rules;
        this.key = rule.info().key();
        String whole = rule.info().text();
        this.text = whole.substring(Math.max(0, whole.indexOf("when")));
        this.day = day;
    }

    /**
     * A case made.
     *
     * @param reports whether the rule reports about the subject
     * @param item the case as an item of the list of cases, without indentation
     * @param passes whether the case, read back, passes; false where a case cannot give something that the rule reads
     */
    public record Made(boolean reports, String item, boolean passes) {}

    /** A case of this roadmap about one of its milestones or indicators, or the roadmap itself. */
    public Made make(String name, Snapshot live, String subject) {
        List<String> about = said(live, subject);
        Snapshot kinds = Shrinking.ofKinds(live, this::mentions);
        Snapshot given = about.isEmpty()
                ? Shrinking.near(kinds, subject, quoted()::contains)
                : new Shrinking(System.nanoTime() + MOST.toNanos())
                        .least(
                                said(kinds, subject).equals(about) ? kinds : live,
                                fewer -> said(fewer, subject).equals(about));
        Made brief = written(name, given, this::mentions, !about.isEmpty());
        return brief.passes() ? brief : written(name, given, field -> true, !about.isEmpty());
    }

    private Made written(String name, Snapshot given, Predicate<String> field, boolean reports) {
        String item = CaseYaml.write(name, day.toString(), given, findings(given, null), needed(field));
        return new Made(reports, item, passes(item));
    }

    /** Properties that are worked out need what they are worked out from. */
    private Predicate<String> needed(Predicate<String> field) {
        Set<String> sources = Stream.of(
                        mentions("open") ? Stream.of("status") : Stream.<String>of(),
                        mentions("slipDays") ? Stream.of("baseline", "forecast", "due") : Stream.<String>of(),
                        mentions("expectedProgress") ? Stream.of("start", "due") : Stream.<String>of(),
                        mentions("inForce") ? Stream.of("from", "to") : Stream.<String>of(),
                        mentions("movedDays") ? Stream.of("date", "formerDate") : Stream.<String>of(),
                        mentions("grown") ? Stream.of("number", "formerNumber") : Stream.<String>of(),
                        mentions("Stage") ? Stream.of("stages") : Stream.<String>of())
                .flatMap(names -> names)
                .collect(Collectors.toSet());
        return name -> field.test(name) || sources.contains(name);
    }

    private boolean passes(String item) {
        RuleFile file = new RuleFile("case", CaseText.begin(key) + item.indent(2));
        CaseFiles read = CaseFiles.read(List.of(file), rules);
        return read.problems().isEmpty()
                && read.cases().size() == 1
                && RuleCases.run(rules, read.cases()).stream().allMatch(CaseResult::ok);
    }

    /** What a reader of the findings would see; what they rest on may become less. */
    private List<String> said(Snapshot facts, String subject) {
        return findings(facts, subject).stream()
                .map(f -> f.severity() + " " + f.message())
                .toList();
    }

    private List<Finding> findings(Snapshot facts, @org.jspecify.annotations.Nullable String subject) {
        if (!(rules.evaluate(facts, day) instanceof Outcome.Complete complete)) {
            return List.of();
        }
        return complete.findings().stream()
                .filter(f ->
                        f.rule().equals(key) && (subject == null || f.subject().equals(subject)))
                .toList();
    }

    private boolean mentions(String word) {
        return Pattern.compile("\\b" + Pattern.quote(word) + "\\b")
                .matcher(QUOTED.matcher(text).replaceAll(" "))
                .find();
    }

    private Set<String> quoted() {
        return QUOTED.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
