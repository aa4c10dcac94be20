package milepost.rules.wording.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.language.FactType;
import milepost.rules.language.Type;
import milepost.rules.wording.words.Constants;
import milepost.rules.wording.words.Phrases;
import org.jspecify.annotations.Nullable;

/** What a value is called in a sentence about one fact. */
public final class Nouns {
    private final Names names;
    private final Condition.@Nullable Pattern about;

    /** @param about the fact of the sentence, null where it is about none */
    public Nouns(Names names, Condition.@Nullable Pattern about) {
        this.names = names;
        this.about = about;
    }

    Names names() {
        return names;
    }

    public Noun of(Expr expr, Condition.@Nullable Pattern at) {
        Spoken spoken = Spoken.of(expr, at, names);
        Expr value = spoken.expr();
        if (spoken.fold() != null) {
            return Noun.of(Folds.noun(spoken.fold(), names));
        }
        if (value instanceof Expr.Constant constant) {
            return Noun.of(Constants.said(constant.value(), ""));
        }
        if (value instanceof Expr.Variable variable) {
            Names.Meant meant = names.of(variable.binding());
            return meant == null || meant.pattern() == null
                    ? Noun.of("that " + Phrases.bare(Phrases.owner(variable.type())))
                    : fact(meant.pattern());
        }
        if (value instanceof Expr.Self) {
            return fact(Objects.requireNonNull(spoken.at()));
        }
        if (value.type() == Type.Simple.BOOLEAN) {
            return Noun.of(
                    "whether " + new Clauses(this).of(value, true, spoken.at()).plain());
        }
        return made(value, spoken.at());
    }

    private Noun made(Expr value, Condition.@Nullable Pattern at) {
        if (value instanceof Expr.Read read) {
            return read(read, at);
        }
        if (value instanceof Expr.Call call) {
            return call(call, at);
        }
        if (value instanceof Expr.Binary binary) {
            return calculated(binary, at);
        }
        if (value instanceof Expr.Negate negate) {
            return Noun.of("minus " + inner(negate.operand(), at).said());
        }
        Expr.Choice choice = (Expr.Choice) value;
        return Noun.of(of(choice.then(), at).said() + " if "
                + new Clauses(this).of(choice.test(), true, at).plain() + ", otherwise "
                + of(choice.otherwise(), at).said());
    }

    /** With the unit of the value that it is compared with or added to. */
    String said(Expr expr, Condition.@Nullable Pattern at, String unit) {
        Spoken spoken = Spoken.of(expr, at, names);
        if (spoken.expr() instanceof Expr.Constant constant) {
            return Constants.said(constant.value(), unit);
        }
        return spoken.identity()
                ? of(((Expr.Read) spoken.expr()).target(), spoken.at()).said()
                : of(expr, at).said();
    }

    Noun fact(Condition.Pattern pattern) {
        return pattern == about ? Noun.SELF : Noun.of(names.called(pattern));
    }

    private Noun read(Expr.Read read, Condition.@Nullable Pattern at) {
        Expr target = read.target();
        String word = Phrases.owner(target.type()) + "." + read.property().name();
        if (word.equals("AsOf.date")) {
            Noun day = of(target, at);
            return day.self() ? day : Noun.of("today");
        }
        if (word.equals("TargetDate.last") && !names.readsFirst()) {
            return of(target, at);
        }
        Noun owner = of(target, at);
        String shown = Phrases.find(word + ".shown");
        if (shown != null) {
            return Noun.of(shown.replace("{of}", owner.said()));
        }
        return word.equals("List.size") && target instanceof Expr.Read list
                ? of(list.target(), at).with("number of " + many(list))
                : owner.with(Phrases.bare(word));
    }

    /** {@code required indicators}, {@code pieces of evidence}. */
    static String many(Expr.Read list) {
        String word =
                Phrases.owner(list.target().type()) + "." + list.property().name();
        return Objects.requireNonNullElse(Phrases.find(word + ".of"), Phrases.bare(word));
    }

    private Noun call(Expr.Call call, Condition.@Nullable Pattern at) {
        FactType.Method method = call.method();
        String word = Phrases.owner(call.target().type()) + "." + method.name();
        Noun target = of(call.target(), at);
        List<String> given = new ArrayList<>();
        call.arguments().forEach(argument -> given.add(of(argument, at).said()));
        if (call.target().type() == Type.Simple.DATE) {
            return Days.shifted(call, target, given.get(0));
        }
        String argument = given.isEmpty() ? "" : given.get(0);
        String shown = Phrases.find(word + ".shown");
        if (shown != null) {
            return Noun.of(Phrases.bare(shown).replace("{of}", target.said()).replace("{}", argument));
        }
        if (call.target().type() instanceof Type.Simple) {
            return call.arguments().isEmpty() && !Phrases.noun(word).startsWith("a ")
                    ? Noun.of("(" + target.said() + " " + Phrases.noun(word) + ")")
                    : call.arguments().isEmpty()
                            ? target.with(Phrases.bare(word))
                            : target.changed("", " " + Phrases.noun(word) + " " + argument);
        }
        return target.with(filled(Phrases.bare(word), argument));
    }

    /** A phrase with an argument in its place. */
    static String filled(String phrase, String argument) {
        return phrase.replace("{on}", argument.equals("today") ? argument : "on " + argument)
                .replace("{}", argument);
    }

    private Noun calculated(Expr.Binary binary, Condition.@Nullable Pattern at) {
        String word = switch (binary.operator()) {
            case PLUS -> " plus ";
            case MINUS -> " less ";
            case TIMES -> " times ";
            case DIVIDED_BY -> " divided by ";
            default -> " modulo ";
        };
        boolean sums = word.equals(" plus ") || word.equals(" less ");
        Units units = new Units(names);
        String left = sums ? units.of(binary.right()) : "";
        String right = sums ? units.of(binary.left()) : "";
        Noun first = inner(binary.left(), at);
        if (Spoken.of(binary.left(), at, names).expr() instanceof Expr.Constant constant) {
            first = Noun.of(Constants.said(constant.value(), Units.points(left)));
        }
        String second = Spoken.of(binary.right(), at, names).expr() instanceof Expr.Constant constant
                ? Constants.said(constant.value(), Units.points(right))
                : inner(binary.right(), at).said();
        return first.changed("", word + second);
    }

    private Noun inner(Expr expr, Condition.@Nullable Pattern at) {
        Noun noun = of(expr, at);
        boolean compound = expr instanceof Expr.Binary || expr instanceof Expr.Choice;
        return compound ? Noun.of("(" + noun.said() + ")") : noun;
    }
}
