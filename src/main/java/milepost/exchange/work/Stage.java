package milepost.exchange.work;

/** What work on a file is doing. */
public enum Stage {
    /** Other files come first. */
    WAITING,
    READING,
    /** Each row is compared with what is recorded. */
    COMPARING,
    STORING,
    /** The rules are evaluated on what came of it. */
    EVALUATING,
    /** The flags that came of it are written. */
    FLAGGING
}
