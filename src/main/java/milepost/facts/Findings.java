package milepost.facts;

/** The only thing a rule can do: report. Rule, severity and evidence are known to the engine. */
public interface Findings {

    void report(Roadmap subject, String message);

    void report(Milestone subject, String message);

    void report(Indicator subject, String message);

    /** As above with a severity that this match deserves instead of the one the rule declares. */
    void report(Roadmap subject, Severity severity, String message);

    void report(Milestone subject, Severity severity, String message);

    void report(Indicator subject, Severity severity, String message);
}
