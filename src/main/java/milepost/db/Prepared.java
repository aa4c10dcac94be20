package milepost.db;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * A statement that each connection prepares once: for the few that every save or every line of an import carries out. Binds have
 * names, as everywhere.
 */
public final class Prepared {
    private static final Pattern NAME = Pattern.compile("(?<!:):([a-zA-Z]+)");

    private final String sql;
    private final String[] names;

    private Prepared(String sql, String[] names) {
        this.sql = sql;
        this.names = names;
    }

    /** The statement with these words; {@code :name} is a bind. Keep it in a constant. */
    public static Prepared of(String text) {
        Matcher found = NAME.matcher(text);
        List<String> names = new ArrayList<>();
        while (found.find()) {
            names.add(found.group(1));
        }
        return new Prepared(found.replaceAll("?"), names.toArray(String[]::new));
    }

    String sql() {
        return sql;
    }

    /** The statement in a transaction, to be given its values. */
    public Call in(Transaction tx) {
        try {
            return new Call(tx.statements().of(tx.handle().getConnection(), this));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Reads one row. */
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** One use of the statement; every bind has to be given a value, null or not. */
    public final class Call {
        private final PreparedStatement statement;
        private final boolean[] bound = new boolean[names.length];
        private int missing = names.length;

        private Call(PreparedStatement statement) {
            this.statement = statement;
        }

        /**
         * Gives a bind its value.
         *
         * @param value a text, a whole number, or null
         */
        public Call bind(String name, @Nullable Object value) {
            boolean known = false;
            for (int i = 0; i < names.length; i++) {
                if (names[i].equals(name)) {
                    set(i, value);
                    known = true;
                }
            }
            if (!known) {
                throw new IllegalArgumentException("no bind is called " + name + ": " + sql);
            }
            return this;
        }

        /** Carries the statement out and returns how many rows it changed. */
        public int execute() {
            complete();
            try {
                return statement.executeUpdate();
            } catch (SQLException e) {
                throw failed(e);
            }
        }

        /** The rows it gives. */
        public <T> List<T> list(Row<T> reader) {
            complete();
            try (ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
                return all;
            } catch (SQLException e) {
                throw failed(e);
            }
        }

        /** The first row it gives, if it gives any. */
        public <T> Optional<T> findFirst(Row<T> reader) {
            return list(reader).stream().findFirst();
        }

        /** The number in the first column of the one row it gives. */
        public long number() {
            return findFirst(row -> row.getLong(1)).orElseThrow();
        }

        private void set(int place, @Nullable Object value) {
            try {
                if (value == null) {
                    statement.setNull(place + 1, Types.NULL);
                } else if (value instanceof String text) {
                    statement.setString(place + 1, text);
                } else if (value instanceof Long || value instanceof Integer) {
                    statement.setLong(place + 1, ((Number) value).longValue());
                } else {
                    throw new IllegalArgumentException("neither a text nor a whole number: " + value.getClass());
                }
            } catch (SQLException e) {
                throw failed(e);
            }
            missing -= bound[place] ? 0 : 1;
            bound[place] = true;
        }

        private void complete() {
            if (missing > 0) {
                throw new IllegalStateException("binds without a value: " + sql);
            }
        }
    }

    private UnableToExecuteStatementException failed(SQLException e) {
        return new UnableToExecuteStatementException(e.getMessage() + " [" + sql + "]", e, null);
    }
}
