package milepost.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The statements that each connection has prepared already. A connection is used by one thread at a time. */
public final class Statements {
    private final Map<Connection, Map<Prepared, PreparedStatement>> prepared = new ConcurrentHashMap<>();

    Statements() {}

    /**
     * The statement on this connection, prepared by whoever asks for it first.
     *
     * @param lent as the pool lends it; statements last as long as the connection behind it
     */
    PreparedStatement of(Connection lent, Prepared statement) throws SQLException {
        Connection own = lent.unwrap(Connection.class);
        Map<Prepared, PreparedStatement> known = prepared.get(own);
        if (known == null) {
            forgetClosed();
            known = new IdentityHashMap<>();
            prepared.put(own, known);
        }
        PreparedStatement there = known.get(statement);
        if (there == null) {
            there = own.prepareStatement(statement.sql());
            known.put(statement, there);
        }
        return there;
    }

    private void forgetClosed() throws SQLException {
        for (Connection connection : prepared.keySet()) {
            if (connection.isClosed()) {
                prepared.remove(connection);
            }
        }
    }
}
