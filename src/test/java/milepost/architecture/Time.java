package milepost.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;

/** The time comes from a source that is handed in, so that a test can say what time it is. */
final class Time {
    private Time() {}

    static ArchRule rule(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".*..")
                .should()
                .accessTargetWhere(DescribedPredicate.describe("it asks the machine's clock", Time::asksTheClock));
    }

    private static boolean asksTheClock(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String method = access.getTarget().getName();
        boolean ofJavaTime = owner.startsWith("java.time.") && (method.equals("now") || method.startsWith("system"));
        boolean ofSystem = owner.equals("java.lang.System") && method.equals("currentTimeMillis");
        boolean oldDate = owner.equals("java.util.Date")
                && access.getTarget().getFullName().endsWith("<init>()");
        return ofJavaTime || ofSystem || oldDate;
    }
}
