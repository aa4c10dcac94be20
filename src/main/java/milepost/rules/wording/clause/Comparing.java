package milepost.rules.wording.clause;

import java.util.List;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.language.Operator;
import milepost.rules.language.Type;
import milepost.rules.wording.words.Phrases;
import org.jspecify.annotations.Nullable;

/** Says that one value stands in some relation to another. */
public final class Comparing {
    private final Nouns nouns;
    private final Units units;

    Comparing(Nouns nouns) {
        this.nouns = nouns;
        this.units = new Units(nouns.names());
    }

    /** Two values, and where they are written. */
    private record Two(Spoken left, Spoken right, Condition.@Nullable Pattern at, Expr with) {
        String property() {
            return String.valueOf(left.property());
        }
    }

    Clause of(Expr.Binary binary, boolean so, Condition.@Nullable Pattern at) {
        Operator operator = binary.operator();
        Expr left = binary.left();
        Expr right = binary.right();
        Operator turned = turned(operator);
        if (turned != null
                && (nouns.of(right, at).self() && !nouns.of(left, at).self()
                        || Spoken.of(left, at, nouns.names()).constant())) {
            operator = turned;
            left = binary.right();
            right = binary.left();
        }
        Two two = new Two(Spoken.of(left, at, nouns.names()), Spoken.of(right, at, nouns.names()), at, right);
        return switch (operator) {
            case EQUAL -> equal(two, so);
            case NOT_EQUAL -> equal(two, !so);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> ordered(operator, two, so);
            case CONTAINS -> holds(two, so);
            case NOT_CONTAINS -> holds(two, !so);
            case MEMBER_OF -> among(two, so);
            case NOT_MEMBER_OF -> among(two, !so);
            default -> text(operator, two, so);
        };
    }

    /** The operator with its operands the other way round; null where they cannot be turned. */
    private static @Nullable Operator turned(Operator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL -> operator;
            case LESS -> Operator.GREATER;
            case LESS_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
            case GREATER -> Operator.LESS;
            case GREATER_OR_EQUAL -> Operator.LESS_OR_EQUAL;
            case CONTAINS -> Operator.MEMBER_OF;
            case NOT_CONTAINS -> Operator.NOT_MEMBER_OF;
            case MEMBER_OF -> Operator.CONTAINS;
            case NOT_MEMBER_OF -> Operator.NOT_CONTAINS;
            default -> null;
        };
    }

    Clause of(Expr.OneOf oneOf, boolean so, Condition.@Nullable Pattern at) {
        List<String> options = oneOf.options().stream()
                .map(option -> nouns.said(option, at, units.of(oneOf.value())))
                .toList();
        boolean in = so != oneOf.negated();
        Spoken value = Spoken.of(oneOf.value(), at, nouns.names());
        String phrase = Phrases.find(value.property() + ".is");
        if (phrase != null && phrase.startsWith("is ") && value.expr() instanceof Expr.Read read) {
            String start = in ? "is " : options.size() == 1 ? "is not " : "is neither ";
            String said = Phrases.list(options, in ? "or" : "nor");
            return new Clause.Plain(
                    nouns.of(read.target(), value.at()),
                    start + phrase.substring(3).replace("{}", said));
        }
        String verb = options.size() == 1 ? (in ? "is " : "is not ") : in ? "is " : "is neither ";
        return new Clause.Plain(nouns.of(oneOf.value(), at), verb + Phrases.list(options, in ? "or" : "nor"));
    }

    private Clause equal(Two two, boolean so) {
        Expr left = two.left().expr();
        if (two.right().nothing()) {
            return left instanceof Expr.Read read
                    ? presence(read, !so, two.left().at())
                    : new Clause.Plain(nouns.of(left, two.left().at()), so ? "is not known" : "is known");
        }
        if (two.right().expr() instanceof Expr.Constant constant && constant.value() instanceof Boolean truth) {
            return new Clauses(nouns).of(left, truth == so, two.left().at());
        }
        Clause number = counted(Operator.EQUAL, two, so);
        if (number != null) {
            return number;
        }
        if (two.left().identity() && !two.right().constant() && left instanceof Expr.Read read) {
            return new Clause.Plain(
                    nouns.of(read.target(), two.left().at()), (so ? "is " : "is not ") + right(two, ""));
        }
        String phrase = Phrases.find(two.property() + (so ? ".is" : ".isnt"));
        return phrase != null && left instanceof Expr.Read read
                ? new Clause.Plain(nouns.of(read.target(), two.left().at()), phrase.replace("{}", described(two, read)))
                : new Clause.Plain(
                        nouns.of(left, two.left().at()), (so ? "is " : "is not ") + right(two, units.of(left)));
    }

    /** {@code stage “processing”} for a text of the rule, {@code that stage} for a fact. */
    private String described(Two two, Expr.Read read) {
        boolean text = two.right().constant() && read.property().type() == Type.Simple.TEXT;
        return (text ? Phrases.bare(two.property()) + " " : "") + right(two, "");
    }

    private String right(Two two, String unit) {
        return nouns.said(two.with(), two.at(), unit);
    }

    /** That a value is there, or a list not empty. */
    Clause presence(Expr.Read read, boolean there, Condition.@Nullable Pattern at) {
        String word =
                Phrases.owner(read.target().type()) + "." + read.property().name();
        String phrase = Phrases.find(word + (there ? ".some" : ".none"));
        if (phrase == null) {
            phrase = there ? "has " + Phrases.noun(word) : "has no " + Phrases.bare(word);
        }
        return new Clause.Plain(nouns.of(read.target(), at), phrase);
    }

    private Clause ordered(Operator operator, Two two, boolean so) {
        Expr left = two.left().expr();
        Clause number = counted(operator, two, so);
        if (number != null) {
            return number;
        }
        if (left.type() == Type.Simple.DATE) {
            String said = Days.order(operator, two.right().expr(), right(two, ""));
            Noun day = nouns.of(left, two.left().at());
            Noun subject = Days.counted(left) ? Noun.of("the day " + day.said()) : day;
            return new Clause.Plain(subject, so ? said : said.replaceFirst("^lies", "does not lie"));
        }
        boolean severity = left.type() instanceof Type.Constants;
        String order = switch (operator) {
            case LESS -> severity ? "below " : "less than ";
            case LESS_OR_EQUAL -> "at most ";
            case GREATER -> severity ? "above " : "more than ";
            default -> "at least ";
        };
        String phrase = Phrases.find(two.property() + ".order");
        String unit = units.of(left);
        String said = order + right(two, phrase == null && unit.equals("times") ? "" : unit);
        if (phrase != null && left instanceof Expr.Read read) {
            return new Clause.Plain(
                    nouns.of(read.target(), two.left().at()),
                    phrase.replace("{}", (so ? "" : "not ") + said.replace("less", "fewer")));
        }
        return new Clause.Plain(nouns.of(left, two.left().at()), (so ? "is " : "is not ") + said);
    }

    /** A count of matches, or a list with none or some. */
    private @Nullable Clause counted(Operator operator, Two two, boolean so) {
        if (two.left().fold() != null && so) {
            String counted =
                    Folds.counted(two.left().fold(), operator, two.right().expr());
            return counted == null ? null : new Clause.Whole(counted);
        }
        boolean size = "List.size".equals(two.left().property());
        boolean zero = two.right().expr() instanceof Expr.Constant constant
                && Long.valueOf(0).equals(constant.value());
        boolean one = two.right().expr() instanceof Expr.Constant constant
                && Long.valueOf(1).equals(constant.value());
        boolean some = zero && operator == Operator.GREATER || one && operator == Operator.GREATER_OR_EQUAL;
        boolean none = zero && operator == Operator.EQUAL || one && operator == Operator.LESS;
        if (!size || !(some || none)) {
            return null;
        }
        Spoken list =
                Spoken.of(((Expr.Read) two.left().expr()).target(), two.left().at(), nouns.names());
        return list.expr() instanceof Expr.Read held ? presence(held, some == so, list.at()) : null;
    }

    private Clause holds(Two two, boolean so) {
        boolean many = two.left().expr().type() instanceof Type.ListOf
                && two.left().expr() instanceof Expr.Read
                && Phrases.plural(two.property());
        boolean list = two.left().expr().type() instanceof Type.ListOf;
        String verb = list ? "include" : "contain";
        String said = so ? verb + (many ? "" : "s") : (many ? "do not " : "does not ") + verb;
        return new Clause.Plain(nouns.of(two.left().expr(), two.left().at()), said + " " + right(two, ""));
    }

    private Clause among(Two two, boolean so) {
        Noun one = two.left().identity() && two.left().at() != null
                ? nouns.fact(two.left().at())
                : nouns.of(two.left().expr(), two.left().at());
        return new Clause.Plain(one, (so ? "is among " : "is not among ") + right(two, ""));
    }

    private Clause text(Operator operator, Two two, boolean so) {
        boolean negated = operator == Operator.NOT_MATCHES;
        String other = operator == Operator.HAS_LENGTH ? right(two, "characters") + " long" : right(two, "");
        String said = switch (operator) {
            case MATCHES, NOT_MATCHES -> so != negated ? "matches the pattern " : "does not match the pattern ";
            case STARTS_WITH -> so ? "begins with " : "does not begin with ";
            case ENDS_WITH -> so ? "ends with " : "does not end with ";
            default -> so ? "is " : "is not ";
        };
        return new Clause.Plain(nouns.of(two.left().expr(), two.left().at()), said + other);
    }
}
