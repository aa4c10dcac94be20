package milepost.web.layout;

import milepost.facts.SubjectKind;
import milepost.flags.life.Cause;
import milepost.flags.life.Flag;
import org.jspecify.annotations.Nullable;

/** The addresses of things, so that no page spells them itself. */
public final class Links {
    private Links() {}

    public static String roadmap(String key) {
        return "/roadmaps/" + Redirects.encode(key);
    }

    public static String milestone(String roadmap, String key) {
        return roadmap(roadmap) + "/milestones/" + Redirects.encode(key);
    }

    /** The page of one change of a roadmap. */
    public static String change(String roadmap, long id) {
        return roadmap(roadmap) + "/changes/" + id;
    }

    public static String flag(long id) {
        return "/flags/" + id;
    }

    /** The page of a rule; its key has its folder in it. */
    public static String rule(String key) {
        return "/rules/" + key;
    }

    /** The page of a version of the rules, with what is new in it. */
    public static String ruleset(long number) {
        return "/rulesets/" + number;
    }

    /** Where a day can be looked at that changed a flag: the record of that day; null when the cause is not a day. */
    public static @Nullable String dayOf(Flag flag, Cause cause) {
        String day = cause.ref();
        if (day == null || !day.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return null;
        }
        return switch (cause.kind()) {
            case CLOCK -> roadmap(flag.roadmap()) + "?asOf=" + day;
            case EXPIRY -> flag(flag.id()) + "?asOf=" + day;
            default -> null;
        };
    }

    /** Where a case is made of live facts; the rule may be left open with an empty text. */
    public static String makeCase(String rule, String roadmap, String subject) {
        return "/rules/case?rule=" + Redirects.encode(rule) + "&roadmap=" + Redirects.encode(roadmap) + "&subject="
                + Redirects.encode(subject);
    }

    /** The page of what a flag is about: its milestone, or its roadmap. */
    public static String subject(Flag flag) {
        return flag.kind() == SubjectKind.MILESTONE
                ? milestone(flag.roadmap(), flag.subject())
                : roadmap(flag.roadmap());
    }
}
