package milepost.web.author.draft;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import milepost.rules.language.FactType;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.Type;
import milepost.rules.language.vocabulary.Members;
import milepost.rules.language.vocabulary.TypeNames;
import milepost.rules.language.vocabulary.Vocabulary;
import milepost.web.author.guide.Guide;
import tools.jackson.databind.json.JsonMapper;

/** What the editor in the browser is told: the words of the language with their meaning, and the problems of a text. */
public final class EditorJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Vocabulary WORDS = Vocabulary.ofFacts();
    private static final String TEXT = JSON.writeValueAsString(vocabulary());

    /** Changes when the words do. */
    public static final String VERSION = Integer.toHexString(TEXT.hashCode());

    private EditorJson() {}

    /**
     * A word that can follow a dot, or stand in a pattern.
     *
     * @param call how it is written after {@code then}
     * @param type in words
     * @param of the name under which the words that follow it are found
     * @param method whether something may stand between brackets
     */
    record Member(String name, String call, String type, String of, String doc, boolean method) {}

    /**
     * A fact or a value.
     *
     * @param given the fields that a case may give it
     */
    record Thing(String name, String doc, boolean matchable, List<String> given, List<Member> members) {}

    /** An enum. */
    record Constants(String name, String doc, List<String> values) {}

    /** All words; a browser may keep them, because the address carries their version. */
    public static void words(Context ctx) {
        ctx.header("Cache-Control", "private, max-age=31536000, immutable");
        ctx.contentType("application/json").result(TEXT);
    }

    /** Problems with their fixes. */
    public static String problems(List<RuleProblem> problems) {
        return JSON.writeValueAsString(problems);
    }

    private static Map<String, Object> vocabulary() {
        List<Thing> things = new ArrayList<>();
        WORDS.types().forEach(type -> things.add(thing(type)));
        things.add(value("LocalDate", "A day.", Type.Simple.DATE));
        things.add(value("String", "A text.", Type.Simple.TEXT));
        things.add(value("BigDecimal", "A decimal number.", Type.Simple.DECIMAL));
        things.add(value("List", "A list.", new Type.ListOf(Type.Simple.TEXT)));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("things", things);
        all.put(
                "constants",
                WORDS.constantTypes().stream()
                        .sorted()
                        .map(name -> new Constants(
                                name,
                                WORDS.doc(name),
                                Vocabulary.constantsOf(WORDS.findConstants(name).orElseThrow())))
                        .toList());
        all.put("metadata", Guide.table("### Metadata"));
        all.put("operators", Guide.table("## Operators"));
        return all;
    }

    private static Thing thing(FactType type) {
        List<String> given = List.of(type.javaType().getRecordComponents()).stream()
                .map(component -> component.getName())
                .filter(name -> !name.equals("recorded"))
                .toList();
        Members members = WORDS.membersOf(new Type.Thing(type));
        return new Thing(type.name(), WORDS.doc(type.name()), type.matchable(), given, members(members));
    }

    private static Thing value(String name, String doc, Type type) {
        return new Thing(name, doc, false, List.of(), members(WORDS.membersOf(type)));
    }

    private static List<Member> members(Members members) {
        Map<String, String> calls = members.getters().entrySet().stream()
                .collect(Collectors.toMap(e -> e.getValue().name(), Map.Entry::getKey));
        List<Member> all = new ArrayList<>();
        members.properties()
                .values()
                .forEach(p -> all.add(new Member(
                        p.name(),
                        calls.getOrDefault(p.name(), p.name()) + "()",
                        TypeNames.of(p.type()),
                        of(p.type()),
                        p.doc(),
                        false)));
        members.methods()
                .values()
                .forEach(m -> all.add(new Member(
                        m.name(), TypeNames.call(m), TypeNames.of(m.result()), of(m.result()), m.doc(), true)));
        all.sort(Comparator.comparing(Member::method));
        return all;
    }

    private static String of(Type type) {
        if (type instanceof Type.ListOf) {
            return "List";
        }
        if (type == Type.Simple.DATE || type == Type.Simple.TEXT || type == Type.Simple.DECIMAL) {
            return type == Type.Simple.DATE ? "LocalDate" : type == Type.Simple.TEXT ? "String" : "BigDecimal";
        }
        return type instanceof Type.Simple ? "" : TypeNames.of(type);
    }
}
