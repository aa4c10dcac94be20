package milepost.web.manager.flags;

import java.util.List;

/**
 * What came of an act on several flags.
 *
 * @param sentence how many it was done to
 * @param failed those it was not done to
 * @param done those it was done to, as forms name them, to take it back
 */
public record Results(String sentence, List<Failed> failed, List<String> done) {

    /**
     * A flag that was left as it was.
     *
     * @param why the sentence that says why
     */
    public record Failed(long id, String what, String href, String why) {}

    boolean failed(long id) {
        return failed.stream().anyMatch(f -> f.id() == id);
    }
}
