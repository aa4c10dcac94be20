package milepost.rules.wording.clause;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.language.Operator;
import milepost.rules.language.Type;
import milepost.rules.wording.words.Constants;
import milepost.rules.wording.words.Phrases;
import org.jspecify.annotations.Nullable;

/** Says a constraint. */
public final class Clauses {
    private final Nouns nouns;
    private final Comparing comparing;

    public Clauses(Nouns nouns) {
        this.nouns = nouns;
        this.comparing = new Comparing(nouns);
    }

    /** @param so false to say that it is not so */
    public Clause of(Expr test, boolean so, Condition.@Nullable Pattern at) {
        Spoken spoken = Spoken.of(test, at, nouns.names());
        Expr expr = spoken.expr();
        if (expr instanceof Expr.Not not) {
            return of(not.operand(), !so, spoken.at());
        }
        if (expr instanceof Expr.Binary binary) {
            return binary.operator() == Operator.AND || binary.operator() == Operator.OR
                    ? several(binary, so, spoken.at())
                    : comparing.of(binary, so, spoken.at());
        }
        if (expr instanceof Expr.OneOf oneOf) {
            return comparing.of(oneOf, so, spoken.at());
        }
        if (expr instanceof Expr.Read read) {
            return read(read, so, spoken.at());
        }
        if (expr instanceof Expr.Call call) {
            return call(call, so, spoken.at());
        }
        return new Clause.Plain(other(expr, spoken), so ? "is so" : "is not so");
    }

    /** A choice between two tests, a constant, or the result of an accumulate. */
    private Noun other(Expr expr, Spoken spoken) {
        if (expr instanceof Expr.Constant constant) {
            return Noun.of(Constants.said(constant.value(), ""));
        }
        if (expr instanceof Expr.Choice choice) {
            return Noun.of("(" + of(choice.then(), true, spoken.at()).plain() + " if "
                    + of(choice.test(), true, spoken.at()).plain() + ", otherwise "
                    + of(choice.otherwise(), true, spoken.at()).plain() + ")");
        }
        return spoken.fold() == null ? Noun.of("it") : Noun.of(Folds.noun(spoken.fold(), nouns.names()));
    }

    private Clause several(Expr.Binary binary, boolean so, Condition.@Nullable Pattern at) {
        boolean any = (binary.operator() == Operator.OR) == so;
        List<Expr> tests = flat(binary, binary.operator());
        List<Clause> parts = tests.stream()
                .filter(test -> any || !so || !Understood.among(tests, test))
                .map(test -> of(test, so, at))
                .flatMap(part -> part instanceof Clause.Several inner && inner.any() == any
                        ? inner.parts().stream()
                        : Stream.of(part))
                .toList();
        return Joined.several(parts, any);
    }

    private static List<Expr> flat(Expr expr, Operator operator) {
        return expr instanceof Expr.Binary binary && binary.operator() == operator
                ? Stream.of(binary.left(), binary.right())
                        .flatMap(part -> flat(part, operator).stream())
                        .toList()
                : List.of(expr);
    }

    private Clause read(Expr.Read read, boolean so, Condition.@Nullable Pattern at) {
        String word =
                Phrases.owner(read.target().type()) + "." + read.property().name();
        Spoken list = Spoken.of(read.target(), at, nouns.names());
        if (word.equals("List.empty") && list.expr() instanceof Expr.Read held) {
            return comparing.presence(held, !so, list.at());
        }
        return new Clause.Plain(nouns.of(read.target(), at), yesNo(word, so));
    }

    private Clause call(Expr.Call call, boolean so, Condition.@Nullable Pattern at) {
        String name = call.method().name();
        boolean date = call.target().type() == Type.Simple.DATE;
        if (so && date && (name.equals("isBefore") || name.equals("isAfter"))) {
            Operator operator = name.equals("isBefore") ? Operator.LESS : Operator.GREATER;
            Expr with = call.arguments().get(0);
            return comparing.of(
                    new Expr.Binary(operator, call.target(), with, Type.Simple.BOOLEAN, call.span()), true, at);
        }
        String argument =
                call.arguments().isEmpty() ? "" : nouns.said(call.arguments().get(0), at, "");
        String word = Phrases.owner(call.target().type()) + "." + name;
        return new Clause.Plain(nouns.of(call.target(), at), Nouns.filled(yesNo(word, so), argument));
    }

    private static String yesNo(String word, boolean so) {
        String phrase = Phrases.find(word + (so ? ".yes" : ".no"));
        return Objects.requireNonNullElse(phrase, (so ? "is " : "is not ") + Phrases.bare(word));
    }
}
