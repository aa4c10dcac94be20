package milepost.rules.writing;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
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
import milepost.rules.cases.LiveCoverage;
import milepost.rules.cases.RuleCases;
import milepost.rules.engine.report.Outcome;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleTree;
import org.jspecify.annotations.Nullable;

/** Makes a case of live facts: the fewest that let a rule say what it says about one subject, or the nearest ones if it is silent. */
public final class CaseMaker {
    private static final Duration MOST = Duration.ofSeconds(1);
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private final Ruleset rules;
    private final String key;
    private final String text;
    private final LocalDate day;
    private final boolean readsFindings;
    private final Ruleset alone;
    private @Nullable List<Finding> found;

    /** Makes cases of one of the rules, as seen on a day. */
    public CaseMaker(Ruleset rules, RuleTree rule, LocalDate day) {
        this.rules = rules;
        this.key = rule.info().key();
        String whole = rule.info().text();
        this.text = whole.substring(Math.max(0, whole.indexOf("when")));
        this.day = day;
        this.readsFindings = LiveCoverage.readsFindings(whole);
        this.alone = rules.only(List.of(key));
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
        found = readsFindings ? others(live) : null;
        List<String> about = said(live, subject);
        Snapshot kinds = Shrinking.ofKinds(live, this::mentions);
        Snapshot given = about.isEmpty()
                ? Shrinking.near(kinds, subject, quoted()::contains)
                : new Shrinking(System.nanoTime() + MOST.toNanos())
                        .least(
                                said(kinds, subject).equals(about) ? kinds : live,
                                fewer -> said(fewer, subject).equals(about));
        found = found == null ? null : fewest(given, subject, about);
        Made brief = written(name, given, this::mentions, !about.isEmpty());
        return brief.passes() ? brief : written(name, given, field -> true, !about.isEmpty());
    }

    private List<Finding> others(Snapshot live) {
        return rules.evaluate(live, day) instanceof Outcome.Complete complete
                ? complete.findings().stream()
                        .filter(f -> !f.rule().equals(key))
                        .toList()
                : List.of();
    }

    /** Of what others found, what the rule needs to say the same of facts that were left; nothing else can be told from a case. */
    private List<Finding> fewest(Snapshot given, String subject, List<String> about) {
        List<Finding> kept = new ArrayList<>(found == null ? List.of() : within(given, found));
        long end = System.nanoTime() + MOST.toNanos();
        for (Finding one : List.copyOf(kept)) {
            List<Finding> fewer = kept.stream().filter(f -> f != one).toList();
            if (System.nanoTime() < end && said(given, subject, fewer).equals(about)) {
                kept = new ArrayList<>(fewer);
            }
        }
        return kept;
    }

    private static List<Finding> within(Snapshot given, List<Finding> found) {
        Set<String> subjects = new HashSet<>(Set.of(given.roadmap().key()));
        given.milestones().forEach(m -> subjects.add(m.key()));
        given.indicators().forEach(i -> subjects.add(i.key()));
        return found.stream().filter(f -> subjects.contains(f.subject())).toList();
    }

    private Made written(String name, Snapshot given, Predicate<String> field, boolean reports) {
        String item = CaseYaml.write(
                name, day.toString(), new CaseYaml.Given(given, found), findings(given, null), needed(field));
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
        return said(facts, subject, found);
    }

    private List<String> said(Snapshot facts, String subject, @Nullable List<Finding> others) {
        return findings(facts, subject, others).stream()
                .map(f -> f.severity() + " " + f.message())
                .toList();
    }

    private List<Finding> findings(Snapshot facts, @Nullable String subject) {
        return findings(facts, subject, found);
    }

    private List<Finding> findings(Snapshot facts, @Nullable String subject, @Nullable List<Finding> others) {
        Outcome outcome =
                others == null ? rules.evaluate(facts, day) : alone.evaluate(facts, day, within(facts, others));
        if (!(outcome instanceof Outcome.Complete complete)) {
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
