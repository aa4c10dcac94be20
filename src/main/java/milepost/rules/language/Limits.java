package milepost.rules.language;

/** How large a rule file and its parts may be. */
final class Limits {
    static final int FILE_CHARACTERS = 256_000;
    static final int FILE_LINES = 6_000;
    static final int LINE_CHARACTERS = 2_000;
    static final int DEPTH = 10;
    static final int PATTERNS = 8;

    private Limits() {}
}
