package milepost.rules.language.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import milepost.rules.RuleFolder;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleTree;
import org.junit.jupiter.api.Test;

class KnownFilesTest {
    private static final List<RuleFile> FILES =
            RuleFolder.read(Path.of("rules")).rules();

    private final KnownFiles known = new KnownFiles();

    @Test
    void a_file_that_did_not_change_gives_the_same_tree() {
        assertThat(edited("one")).isSameAs(edited("one")).isNotSameAs(edited("two"));
    }

    @Test
    void of_many_edits_one_after_the_other_the_oldest_are_forgotten() {
        RuleTree first = edited("the first edit");
        RuleTree untouched = parsed("edit").get(FILES.size() - 1);
        for (int i = 0; i < 4 * FILES.size(); i++) {
            edited("edit " + i);
        }

        assertThat(edited("the first edit")).isNotSameAs(first);
        assertThat(parsed("edit").get(FILES.size() - 1)).isSameAs(untouched);
    }

    /** The rule of the first file, which is edited so. */
    private RuleTree edited(String comment) {
        return parsed(comment).get(0);
    }

    private List<RuleTree> parsed(String comment) {
        RuleFile first = FILES.get(0);
        List<RuleFile> files = new ArrayList<>(FILES);
        files.set(0, new RuleFile(first.path(), first.content() + "// " + comment + "\n"));
        return RuleParser.parse(files, known).rules();
    }
}
