package milepost.rules.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import milepost.Given;
import milepost.facts.RestrictionKind;
import milepost.rules.language.RuleFile;
import org.junit.jupiter.api.Test;

class RecordCodecTest {
    private static final Request REQUEST = new Request(
            Request.Wish.ADVISE,
            List.of(new RuleFile("a/b.drl", "text\nü \ud83d\ude00")),
            List.of(),
            List.of(new Look(
                    new Given()
                            .milestone("M1", m -> m.due("2025-12-01").slips(3).requires("a", "b"))
                            .indicator("a", "processing")
                            .observation("a", "2025-12-01", "120.50")
                            .restriction("r", RestrictionKind.TARIFF, "US,EU", "RU", null)
                            .report("M1", "2025-11-01")
                            .snapshot(),
                    LocalDate.parse("2026-11-23"))),
            new Request.Focus("a/b.drl", "a/b", "M1", "a name"));

    @Test
    void a_record_comes_back_as_it_was() throws IOException {
        assertThat(RecordCodec.read(RecordCodec.bytes(REQUEST), Request.class)).isEqualTo(REQUEST);
    }

    /** Whatever a child sends, the program gets the record it asked for or an IOException. */
    @Test
    void any_other_bytes_are_an_io_exception() {
        Random random = new Random(7);
        byte[] right = RecordCodec.bytes(REQUEST);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] wrong = right.clone();
            for (int n = 0; n <= i % 4; n++) {
                wrong[random.nextInt(wrong.length)] = (byte) random.nextInt();
            }
            try {
                RecordCodec.read(wrong, Request.class);
            } catch (IOException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(5_000, 19_999);
    }

    @Test
    void bytes_left_over_or_missing_are_refused() {
        byte[] right = RecordCodec.bytes(REQUEST);
        byte[] longer = java.util.Arrays.copyOf(right, right.length + 1);
        byte[] shorter = java.util.Arrays.copyOf(right, right.length - 1);

        assertThatThrownBy(() -> RecordCodec.read(longer, Request.class)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> RecordCodec.read(shorter, Request.class)).isInstanceOf(IOException.class);
    }

    @Test
    void a_message_longer_than_agreed_is_neither_written_nor_read() {
        byte[] claims = {0x7f, 0, 0, 0};
        assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream(claims), 1000))
                .isInstanceOf(Frames.TooLong.class);
        assertThatThrownBy(() -> Frames.write(new java.io.ByteArrayOutputStream(), new byte[11], 10))
                .isInstanceOf(Frames.TooLong.class);
    }
}
