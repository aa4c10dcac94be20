package milepost.rules.worker;

import java.time.LocalDate;
import java.util.List;
import milepost.facts.Snapshot;
import milepost.rules.language.RuleFile;

/**
 * What the program asks a child.
 *
 * @param cases files of cases to run; none are run when there is none
 * @param snapshots facts to evaluate the rules on, each as seen on {@code asOf}
 */
record Request(List<RuleFile> rules, List<RuleFile> cases, List<Snapshot> snapshots, LocalDate asOf) {}
