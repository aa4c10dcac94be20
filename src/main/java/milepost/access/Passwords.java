package milepost.access;

import com.nulabinc.zxcvbn.Zxcvbn;
import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import milepost.facts.Problem;
import org.jspecify.annotations.Nullable;

/** Passwords as Argon2id hashes (19 MiB, two passes, one lane); at most two are computed at a time. */
final class Passwords {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    /** Of 0 to 4: 2 is what withstands an attack over the network, by the lists of leaked passwords and by patterns. */
    private static final int WEAKEST = 2;

    private final Argon2Function argon2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private final Semaphore computing = new Semaphore(2);

    /** INVALID when it is too short, too long, easily guessed, or holds the name. */
    String hash(String password, Person person) {
        String sentence = null;
        String small = password.toLowerCase(Locale.ROOT);
        if (password.length() < SHORTEST) {
            sentence = "The password has " + password.length() + " characters; use at least " + SHORTEST + ".";
        } else if (password.length() > LONGEST) {
            sentence = "The password has more than " + LONGEST + " characters; use fewer.";
        } else if (small.contains(person.name().toLowerCase(Locale.ROOT))) {
            sentence = "The password holds your name; choose another.";
        } else if (guessed(password, person)) {
            sentence = "This password is one of the first that others would try; choose another.";
        }
        if (sentence != null) {
            throw new Problem(Problem.Kind.INVALID, sentence, List.of(new Problem.FieldError("password", sentence)));
        }
        return compute(
                () -> Password.hash(password).addRandomSalt(16).with(argon2).getResult());
    }

    private boolean guessed(String password, Person person) {
        List<String> theirs = List.of(person.name(), person.displayName(), "milepost");
        return Lists.STRENGTH.measure(password, theirs).getScore() < WEAKEST;
    }

    /** Takes as long without a stored hash as with one, so that time tells nothing about names. */
    boolean matches(String password, @Nullable String hash) {
        if (hash == null) {
            compute(() -> Password.hash(password).addRandomSalt(16).with(argon2).getResult());
            return false;
        }
        return compute(() -> Password.check(password, hash).with(argon2));
    }

    private <T> T compute(java.util.function.Supplier<T> work) {
        computing.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            computing.release();
        }
    }

    /** The lists of leaked passwords never change and are large: read once, when the first password is chosen. */
    private static final class Lists {
        static final Zxcvbn STRENGTH = new Zxcvbn();
    }
}
