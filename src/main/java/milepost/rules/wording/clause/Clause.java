package milepost.rules.wording.clause;

import java.util.List;
import java.util.stream.Collectors;

/** Something that must be so, before it is put into a sentence. */
public sealed interface Clause {

    /** {@code whose due date lies before today}. */
    String relative();

    /** {@code its due date lies before today}. */
    String plain();

    /** A subject and what is said of it. */
    record Plain(Noun subject, String predicate) implements Clause {
        @Override
        public String relative() {
            return subject.relative() + " " + predicate;
        }

        @Override
        public String plain() {
            return subject.said() + " " + predicate;
        }
    }

    /** A whole statement without a subject of its own, such as {@code there is at least one}. */
    record Whole(String plain) implements Clause {
        @Override
        public String relative() {
            return "for which " + plain;
        }
    }

    /** Several, of which all or at least one must be so. */
    record Several(boolean any, List<Clause> parts) implements Clause {
        @Override
        public String relative() {
            return parts.stream().map(Clause::relative).map(this::inner).collect(Collectors.joining(word()));
        }

        @Override
        public String plain() {
            return parts.stream().map(Clause::plain).map(this::inner).collect(Collectors.joining(word()));
        }

        /** Whether it can be said in a line without being misread. */
        public boolean flat() {
            return parts.stream().noneMatch(Several.class::isInstance);
        }

        private String inner(String part) {
            return flat() ? part : "(" + part + ")";
        }

        private String word() {
            return any ? " or " : " and ";
        }
    }
}
