package milepost.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileDiffTest {
    @Test
    void a_changed_line_stands_between_three_lines_of_either_side() {
        FileDiff diff = FileDiff.of("a/b.drl", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n");

        assertThat(diff.kind()).isEqualTo(FileDiff.Kind.CHANGED);
        assertThat(text(diff)).isEqualTo(" 2| 3| 4|-5|+five| 6| 7| 8");
        assertThat(diff.hunks().get(0).lines().get(3).before()).isEqualTo(5);
        assertThat(diff.hunks().get(0).lines().get(4).after()).isEqualTo(5);
    }

    @Test
    void places_far_apart_are_shown_apart_and_near_ones_together() {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            lines.add("line " + i);
        }
        String before = String.join("\n", lines);
        lines.set(4, "new 5");
        lines.set(10, "new 11");
        lines.remove(24);

        FileDiff diff = FileDiff.of("a/b.drl", before, String.join("\n", lines));

        assertThat(diff.hunks()).hasSize(2);
        assertThat(diff.added()).isEqualTo(2);
        assertThat(diff.removed()).isEqualTo(3);
    }

    @Test
    void a_file_that_comes_or_goes_is_shown_whole() {
        assertThat(text(FileDiff.of("a/b.drl", null, "1\n2\n"))).isEqualTo("+1|+2");
        assertThat(FileDiff.of("a/b.drl", null, "1\n").kind()).isEqualTo(FileDiff.Kind.ADDED);
        assertThat(text(FileDiff.of("a/b.drl", "1\n", null))).isEqualTo("-1");
        assertThat(FileDiff.of("a/b.drl", "1\n", null).kind()).isEqualTo(FileDiff.Kind.REMOVED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void what_is_shown_turns_any_text_into_the_other(int seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<String> before = some(random);
            List<String> after = some(random);
            FileDiff diff = FileDiff.of("a/b.drl", String.join("\n", before), String.join("\n", after));

            assertThat(applied(diff, before)).isEqualTo(after);
        }
    }

    private static List<String> some(Random random) {
        List<String> lines = new ArrayList<>();
        int length = 1 + random.nextInt(25);
        for (int i = 0; i < length; i++) {
            lines.add("line " + random.nextInt(6));
        }
        return lines;
    }

    private static List<String> applied(FileDiff diff, List<String> before) {
        List<String> result = new ArrayList<>();
        int next = 1;
        for (FileDiff.Hunk hunk : diff.hunks()) {
            for (FileDiff.Line line : hunk.lines()) {
                while (line.before() != null && next < line.before()) {
                    result.add(before.get(next++ - 1));
                }
                if (line.sign() != '+') {
                    assertThat(before.get(next++ - 1)).isEqualTo(line.text());
                }
                if (line.sign() != '-') {
                    result.add(line.text());
                    assertThat(line.after()).isEqualTo(result.size());
                }
            }
        }
        while (next <= before.size()) {
            result.add(before.get(next++ - 1));
        }
        return result;
    }

    private static String text(FileDiff diff) {
        return diff.hunks().stream()
                .flatMap(h -> h.lines().stream())
                .map(l -> l.sign() + l.text())
                .collect(Collectors.joining("|"));
    }
}
