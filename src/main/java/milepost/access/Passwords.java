package milepost.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import milepost.facts.Problem;
import org.jspecify.annotations.Nullable;

/** Passwords as Argon2id hashes (19 MiB, two passes, one lane); at most two are computed at a time. */
final class Passwords {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final Set<String> COMMON = Set.of(
            "123456789012",
            "1234567890123",
            "passwordpassword",
            "password1234",
            "password12345",
            "qwertyuiop12",
            "qwertyuiop123",
            "adminadmin12",
            "administrator",
            "iloveyou1234",
            "welcome12345",
            "letmein12345",
            "milepostmilepost",
            "111111111111",
            "000000000000",
            "abcdefghijkl",
            "changeme1234",
            "changemechangeme");

    private final Argon2Function argon2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private final Semaphore computing = new Semaphore(2);

    /** INVALID when it is too short, too long, one of the common ones, or holds the name. */
    String hash(String password, Person person) {
        String sentence = null;
        String small = password.toLowerCase(Locale.ROOT);
        if (password.length() < SHORTEST) {
            sentence = "The password has " + password.length() + " characters; use at least " + SHORTEST + ".";
        } else if (password.length() > LONGEST) {
            sentence = "The password has more than " + LONGEST + " characters; use fewer.";
        } else if (COMMON.contains(small) || small.chars().distinct().count() < 4) {
            sentence = "This password is one of the first that others would try; choose another.";
        } else if (small.contains(person.name().toLowerCase(Locale.ROOT))) {
            sentence = "The password holds your name; choose another.";
        }
        if (sentence != null) {
            throw new Problem(Problem.Kind.INVALID, sentence, List.of(new Problem.FieldError("password", sentence)));
        }
        return compute(
                () -> Password.hash(password).addRandomSalt(16).with(argon2).getResult());
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
}
