package milepost.rules.worker;

/** What comes back from a child process. */
public sealed interface Answer {

    /** The draft was read and, if it could be, tried. */
    record Given(DraftReport report) implements Answer {}

    /**
     * There is no answer, and nothing of the draft is known; the program goes on undisturbed.
     *
     * @param message what happened, for the author of the draft
     */
    record Stopped(Reason reason, String message) implements Answer {}

    /** Why there is no answer. */
    enum Reason {
        TIME("The draft took too long and was stopped; look for conditions that try too many combinations."),
        MEMORY("The draft used up its memory and was stopped; look for conditions that try too many combinations."),
        SIZE("The draft, its facts or its results are too large to be tried at once."),
        BUSY("Too many drafts are being tried at the moment; try again in a few seconds."),
        BROKEN("The process that tries drafts ended unexpectedly; try again.");

        private final String message;

        Reason(String message) {
            this.message = message;
        }

        Stopped stopped() {
            return new Stopped(this, message);
        }
    }
}
