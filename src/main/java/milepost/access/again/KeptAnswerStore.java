package milepost.access.again;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import milepost.access.again.KeptAnswers.Place;
import milepost.db.Columns;
import milepost.db.Transaction;
import org.jdbi.v3.core.result.RowView;

/** Answers by person and key, both sealed; headers stand a line each. */
final class KeptAnswerStore {
    /** The answer under this key, unless it is older than that. */
    Optional<KeptAnswer> find(Transaction tx, Place place, Instant oldest) {
        Seal seal = new Seal(place);
        return tx.handle()
                .createQuery("""
                        select request, status, headers, body from kept_answer
                        where person = :person and key = :key and at > :oldest
                        """)
                .bind("person", place.person())
                .bind("key", seal.name())
                .bind("oldest", Columns.text(oldest))
                .map(row -> answer(row, seal))
                .findOne();
    }

    void add(Transaction tx, Place place, KeptAnswer answer) {
        Seal seal = new Seal(place);
        tx.handle()
                .createUpdate("""
                        insert into kept_answer (person, key, request, at, status, headers, body)
                        values (:person, :key, :request, :now, :status, :headers, :body)
                        on conflict (person, key) do nothing
                        """)
                .bind("person", place.person())
                .bind("key", seal.name())
                .bind("request", seal.close(answer.request()))
                .bind("now", Columns.text(tx.now()))
                .bind("status", answer.status())
                .bind("headers", lines(answer.headers()))
                .bind("body", seal.close(answer.body()))
                .execute();
    }

    /** Forgets what is as old as that or older. */
    void forget(Transaction tx, Instant oldest) {
        tx.handle()
                .createUpdate("delete from kept_answer where at <= :oldest")
                .bind("oldest", Columns.text(oldest))
                .execute();
    }

    private static KeptAnswer answer(RowView row, Seal seal) {
        return new KeptAnswer(
                seal.open(row.getColumn("request", String.class)),
                row.getColumn("status", Integer.class),
                headers(row.getColumn("headers", String.class)),
                seal.open(row.getColumn("body", String.class)),
                true);
    }

    private static String lines(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static Map<String, String> headers(String lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        lines.lines().map(line -> line.split(": ", 2)).forEach(parts -> headers.put(parts[0], parts[1]));
        return headers;
    }
}
