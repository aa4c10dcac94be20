package milepost.rules.language.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import milepost.rules.language.RuleFile;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;

/** The rules we accept are rules for Drools too: its own compiler takes each of them. */
class DroolsCompilesTest {

    @TestFactory
    Stream<DynamicTest> every_legitimate_rule_compiles_with_drools() {
        return RuleTexts.below(RuleTexts.RESOURCES.resolve("legit")).stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.path(), () -> assertThat(compile(file)).isEmpty()));
    }

    private static List<String> compile(RuleFile file) {
        KieServices services = KieServices.get();
        KieFileSystem folder = services.newKieFileSystem();
        folder.write("src/main/resources/milepost/rules/" + file.path(), file.content());
        KieBuilder builder = services.newKieBuilder(folder).buildAll(ExecutableModelProject.class);
        return builder.getResults().getMessages(Message.Level.ERROR).stream()
                .map(Message::getText)
                .toList();
    }
}
