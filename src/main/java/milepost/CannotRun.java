package milepost;

/** The program cannot do its work here; the message is one sentence that says why. */
final class CannotRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotRun(String message) {
        super(message);
    }
}
