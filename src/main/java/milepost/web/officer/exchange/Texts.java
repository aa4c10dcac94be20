package milepost.web.officer.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import milepost.exchange.RecordIntake;
import milepost.facts.Problem;

/** Histories as texts. */
final class Texts {
    private Texts() {}

    static String of(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Problem(Problem.Kind.INVALID, "The file is not UTF-8; save it so and choose it again.");
        }
    }

    static RecordIntake.Wish wish(Upload upload, boolean dryRun) {
        String roadmap = upload.wish().roadmap();
        return new RecordIntake.Wish(
                roadmap.isEmpty() ? null : roadmap, upload.wish().asOf(), dryRun);
    }
}
