package milepost.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

/** Words that say nothing about what a thing is. */
final class Names {
    private Names() {}

    static ArchRule packages(String root) {
        return noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..impl..", "..dto..");
    }

    static ArchRule types(String root) {
        return noClasses()
                .should()
                .haveNameMatching(".*[.$][A-Za-z]*(Manager|Service|Helper|Util|Utils|Impl)([A-Z][A-Za-z]*)?")
                .orShould()
                .haveNameMatching(".*[.$]Abstract[A-Z].*")
                .orShould()
                .haveNameMatching(".*[.$]I[A-Z].*");
    }
}
