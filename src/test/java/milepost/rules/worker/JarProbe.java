package milepost.rules.worker;

import java.util.List;
import milepost.rules.RuleFolder;

/** Tries the rules that come with the program, from whatever the program runs from. */
public final class JarProbe {
    private JarProbe() {}

    public static void main(String[] arguments) {
        try (DraftWorker drafts = DraftWorker.start()) {
            RuleFolder packed = RuleFolder.packed();
            Answer answer = drafts.ask(Request.test(packed.rules(), packed.cases()));
            DraftReport report = ((Answer.Given) answer).report();
            System.out.println(report.rules().size() + " rules, "
                    + report.cases().stream().filter(c -> !c.ok()).count() + " failed, problems "
                    + List.copyOf(report.problems()));
        }
    }
}
