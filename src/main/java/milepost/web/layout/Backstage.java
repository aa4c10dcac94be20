package milepost.web.layout;

import java.util.function.Supplier;
import milepost.rules.RuleTimes;
import milepost.rules.worker.DraftWorker;

/**
 * What authors and administrators see of the machinery.
 *
 * @param drafts the processes in which drafts are tried
 * @param times what each rule adds to an evaluation
 * @param version of the program
 * @param database where the data are, without passwords
 */
public record Backstage(Supplier<DraftWorker> drafts, RuleTimes times, String version, String database) {}
