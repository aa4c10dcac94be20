package milepost.web.officer.exchange;

import milepost.exchange.RecordIntake;
import milepost.exchange.intake.Wish;
import milepost.web.layout.Links;
import org.jspecify.annotations.Nullable;

/**
 * A file that was sent and waits until its person has decided.
 *
 * @param token by which its person comes back to it; empty before it is held
 * @param person who sent it, and alone may see it
 * @param wish how it shall be taken; a roadmap with an empty key is whatever roadmap the file holds
 * @param fresh whether the roadmap is made by it
 * @param outcome null until it is imported
 */
record Upload(
        String token,
        String person,
        String file,
        byte[] bytes,
        Wish wish,
        boolean fresh,
        @Nullable Outcome outcome) {
    private static final int LONGEST_NAME = 80;
    private static final int LARGE = 500_000;

    static Upload of(String person, String file, byte[] bytes, Wish wish) {
        return new Upload("", person, named(file), bytes, wish, false, null);
    }

    Upload held(String as) {
        return new Upload(as, person, file, bytes, wish, fresh, outcome);
    }

    Upload with(Wish chosen, boolean making) {
        return new Upload(token, person, file, bytes, chosen, making, outcome);
    }

    /** What remains after the import; the file itself is no longer needed. */
    Upload done(Outcome came) {
        return new Upload(token, person, file, new byte[0], wish, fresh, came);
    }

    /** Whether looking at it takes longer than anybody waits for an answer. */
    boolean large() {
        return bytes.length > LARGE;
    }

    /** Whether it is a history, which brings its own meaning, and no table. */
    boolean history() {
        return RecordIntake.is(bytes);
    }

    /** How it is taken as a history; a roadmap of any key when none was chosen. */
    RecordIntake.Wish recordWish(boolean dryRun) {
        String roadmap = wish.roadmap().isEmpty() ? null : wish.roadmap();
        return new RecordIntake.Wish(roadmap, wish.asOf(), dryRun);
    }

    String address() {
        return "/imports/" + token;
    }

    /** Where another file is chosen. */
    String again() {
        return fresh ? "/import" : Links.roadmap(wish.roadmap()) + "/import";
    }

    String size() {
        int kilobytes = (bytes.length + 999) / 1_000;
        return kilobytes < 1_000 ? kilobytes + " kB" : kilobytes / 1_000 + " MB";
    }

    private static String named(String sent) {
        String bare = sent.replaceAll("^.*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Cf}]", "")
                .strip();
        String name = bare.isEmpty() ? "file" : bare;
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
    }
}
