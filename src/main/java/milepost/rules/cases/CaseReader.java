package milepost.rules.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleInfo;
import milepost.rules.language.syntax.HiddenCharacters;

/** Reads the cases of one file. */
final class CaseReader {
    private static final int LONGEST_NAME = 200;

    private final RuleFile file;
    private final List<RuleInfo> rules;
    private final Mistakes mistakes;

    CaseReader(RuleFile file, List<RuleInfo> rules, Mistakes mistakes) {
        this.file = file;
        this.rules = rules;
        this.mistakes = mistakes;
    }

    /** The cases without a mistake. */
    List<RuleCase> read() {
        Optional<Node> root = YamlTree.find(file.content(), mistakes);
        if (root.isEmpty()) {
            if (mistakes.count() == 0) {
                mistakes.add(
                        new Node.Place(1, 1, 2),
                        "empty-file",
                        "Write the rule and its cases: rule: ..., cases: [ ... ].");
            }
            return List.of();
        }
        FieldReader in = new FieldReader("file", root.get(), mistakes);
        String rule = rule(in);
        List<Node> items = in.items("cases");
        if (items.isEmpty()) {
            mistakes.add(
                    in.at("cases"), "missing-field", "file: \"cases\" is missing or empty; write at least one case.");
        }
        in.end();
        List<RuleCase> cases = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Node item : items) {
            int before = mistakes.count();
            RuleCase read = one(rule, item);
            if (!read.name().isEmpty() && !names.add(read.name())) {
                mistakes.add(
                        item.at(),
                        "duplicate-name",
                        "A case is already called \"" + read.name() + "\"; choose another name.");
            }
            if (mistakes.count() == before && !rule.isEmpty()) {
                cases.add(read);
            }
        }
        return cases;
    }

    /** The key of the rule the file is about; empty after a mistake. */
    private String rule(FieldReader in) {
        String written = in.needed("rule");
        Optional<RuleInfo> rule = rules.stream()
                .filter(r -> r.key().equals(written) || r.aliases().contains(written))
                .findFirst();
        if (rule.isEmpty() && !written.isEmpty()) {
            List<String> keys = rules.stream().map(RuleInfo::key).toList();
            mistakes.unknown(
                    in.at("rule"),
                    "unknown-rule",
                    "There is no rule \"" + written + "\"",
                    new Mistakes.Word(written, keys));
        }
        return rule.map(RuleInfo::key).orElse("");
    }

    private RuleCase one(String rule, Node item) {
        FieldReader in = new FieldReader("case", item, mistakes);
        String name = in.needed("name");
        if (name.codePoints().anyMatch(HiddenCharacters::include)) {
            mistakes.add(in.at("name"), "wrong-value", "The name of a case has characters that can be seen only.");
        }
        if (name.length() > LONGEST_NAME) {
            mistakes.add(in.at("name"), "too-long", "The name of a case has at most " + LONGEST_NAME + " characters.");
        }
        in.needed("as-of");
        LocalDate day = Objects.requireNonNullElse(in.day("as-of"), LocalDate.EPOCH);
        if (!in.has("given")) {
            mistakes.add(
                    in.at(),
                    "missing-field",
                    "case: \"given\" is missing; write given: {} for a roadmap without facts.");
        }
        FieldReader given = in.inner("given");
        GivenReader reader = new GivenReader(
                given == null ? new FieldReader("given", new Node.Text("", false, item.at()), mistakes) : given);
        Snapshot facts = reader.read();
        if (!in.has("expect")) {
            mistakes.add(
                    in.at(),
                    "missing-field",
                    "case: \"expect\" is missing; write expect: [] for a rule that must be silent.");
        }
        List<Expected> expect = new ArrayList<>();
        for (Node each : in.items("expect")) {
            expect.add(expected(new FieldReader("expect", each, mistakes), facts));
        }
        in.end();
        return new RuleCase(
                rule,
                name,
                day,
                facts,
                reader.found(),
                expect,
                file.path(),
                item.at().line());
    }

    private Expected expected(FieldReader in, Snapshot facts) {
        String subject = in.needed("subject");
        Expected expected = new Expected(subject, in.choice("severity", Severity.class), in.text("message"));
        in.end();
        List<String> keys = new ArrayList<>(List.of(facts.roadmap().key()));
        facts.milestones().stream().map(Milestone::key).forEach(keys::add);
        facts.indicators().stream().map(Indicator::key).forEach(keys::add);
        if (!subject.isEmpty() && !keys.contains(subject)) {
            mistakes.unknown(
                    in.at("subject"),
                    "unknown-subject",
                    "expect: subject \"" + subject + "\" is no milestone or indicator of this case, nor its roadmap",
                    new Mistakes.Word(subject, keys));
        }
        return expected;
    }
}
