package milepost.rules.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import milepost.facts.Finding;
import milepost.facts.Findings;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Roadmap;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.facts.SubjectKind;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleInfo;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;

/** The same rules as Drools itself understands them: Java generated from the text, run by its own engine. */
public final class PlainDrools {
    private final KieBase base;
    private final Map<String, RuleInfo> rules;
    private final boolean second;

    private PlainDrools(KieBase base, List<RuleInfo> rules) {
        this.base = base;
        this.rules = rules.stream().collect(Collectors.toMap(RuleInfo::key, r -> r));
        this.second = rules.stream().anyMatch(PlainDrools::readsFindings);
    }

    public static PlainDrools compile(List<RuleFile> files, List<RuleInfo> rules) {
        return new PlainDrools(
                base(files.stream().collect(Collectors.toMap(RuleFile::path, RuleFile::content))), rules);
    }

    /** Paths below the resources folder and their text. */
    static KieBase base(Map<String, String> files) {
        KieServices services = KieServices.get();
        KieFileSystem folder = services.newKieFileSystem();
        files.forEach(
                (path, text) -> folder.write("src/main/resources/milepost/rules/" + path.replace('/', '-'), text));
        KieBuilder builder = services.newKieBuilder(folder).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        return services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }

    /** The findings without evidence; rules that read findings run afterwards, over what the others found. */
    public List<Finding> evaluate(Snapshot snapshot, LocalDate day) {
        List<Object> facts = snapshot.factsOn(day);
        List<Finding> findings = new ArrayList<>(
                run(facts, match -> !readsFindings(rules.get(match.getRule().getName()))));
        if (second) {
            List<Object> all = new ArrayList<>(facts);
            all.addAll(findings);
            findings.addAll(
                    run(all, match -> readsFindings(rules.get(match.getRule().getName()))));
        }
        findings.sort(java.util.Comparator.comparing(Finding::rule)
                .thenComparing(Finding::kind)
                .thenComparing(Finding::subject));
        return findings;
    }

    /** As above without a second session; only for rules that do not ask for the absence of findings. */
    public List<Finding> evaluateInOneSession(Snapshot snapshot, LocalDate day) {
        Gathered gathered = new Gathered();
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("findings", gathered);
            session.addEventListener(gathered);
            snapshot.factsOn(day).forEach(session::insert);
            session.fireAllRules();
            gathered.findings().forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return gathered.findings();
    }

    private List<Finding> run(List<Object> facts, AgendaFilter filter) {
        Gathered gathered = new Gathered();
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("findings", gathered);
            session.addEventListener(gathered);
            facts.forEach(session::insert);
            session.fireAllRules(filter);
        } finally {
            session.dispose();
        }
        return gathered.findings();
    }

    private static boolean readsFindings(RuleInfo rule) {
        return rule.text().contains("Finding(");
    }

    /** What the rules report: one finding for all that a rule says about a subject. */
    private final class Gathered extends DefaultAgendaEventListener implements Findings {
        private record Key(String rule, SubjectKind kind, String subject) {}

        private final Map<Key, TreeMap<String, Severity>> reports = new java.util.HashMap<>();
        private String rule = "";

        @Override
        public void beforeMatchFired(BeforeMatchFiredEvent event) {
            rule = event.getMatch().getRule().getName();
        }

        private void add(SubjectKind kind, String subject, Severity severity, String message) {
            reports.computeIfAbsent(new Key(rule, kind, subject), k -> new TreeMap<>())
                    .merge(message, severity, (a, b) -> a.compareTo(b) > 0 ? a : b);
        }

        List<Finding> findings() {
            List<Finding> findings = new ArrayList<>();
            reports.forEach((key, messages) -> findings.add(new Finding(
                    key.rule(),
                    key.kind(),
                    key.subject(),
                    new TreeSet<>(messages.values()).last(),
                    String.join("; ", messages.keySet()),
                    List.of())));
            return findings;
        }

        @Override
        public void report(Roadmap subject, String message) {
            report(subject, rules.get(rule).severity(), message);
        }

        @Override
        public void report(Milestone subject, String message) {
            report(subject, rules.get(rule).severity(), message);
        }

        @Override
        public void report(Indicator subject, String message) {
            report(subject, rules.get(rule).severity(), message);
        }

        @Override
        public void report(Roadmap subject, Severity severity, String message) {
            add(SubjectKind.ROADMAP, subject.key(), severity, message);
        }

        @Override
        public void report(Milestone subject, Severity severity, String message) {
            add(SubjectKind.MILESTONE, subject.key(), severity, message);
        }

        @Override
        public void report(Indicator subject, Severity severity, String message) {
            add(SubjectKind.INDICATOR, subject.key(), severity, message);
        }
    }
}
