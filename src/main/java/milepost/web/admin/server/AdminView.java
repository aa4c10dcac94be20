package milepost.web.admin.server;

import java.util.List;
import milepost.rules.book.LiveFolder;
import milepost.rules.book.Rulebook;
import milepost.rules.engine.run.RuleFailure;
import milepost.rules.worker.DraftWorker;
import milepost.rules.worker.Jail;

/**
 * What the page about this server prints.
 *
 * @param version of the program
 * @param java version of Java
 * @param database where the data are
 * @param twoPersons whether rules are published by someone else than their writer
 */
public record AdminView(String version, String java, String database, Rules rules, Drafts drafts, boolean twoPersons) {

    /**
     * The rules in use.
     *
     * @param number of their version
     * @param folder where their files are
     * @param problems how many problems keep files there from being used
     * @param setAside rules that failed when a roadmap was last evaluated
     */
    public record Rules(long number, String hash, int count, String folder, int problems, List<RuleFailure> setAside) {
        static Rules of(Rulebook.Current live, LiveFolder folder, List<RuleFailure> setAside) {
            return new Rules(
                    live.number(),
                    live.ruleset().version(),
                    live.ruleset().rules().size(),
                    folder.name(),
                    folder.problems().size(),
                    setAside);
        }
    }

    /**
     * How drafts are tried.
     *
     * @param jail what the operating system keeps from them
     * @param better how to get more; empty at the highest level
     */
    public record Drafts(String jail, String level, boolean highest, String better, DraftWorker.Health health) {
        static Drafts of(Jail jail, DraftWorker.Health health) {
            return new Drafts(jail.meaning(), jail.name(), jail == Jail.FILES, jail.better(), health);
        }
    }
}
