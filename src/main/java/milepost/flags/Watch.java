package milepost.flags;

import milepost.db.Transaction;
import milepost.flags.life.Turns;

/** Is told what happens to flags, in the transaction in which it happens: what it writes is there if and only if that is. */
public interface Watch {
    /** Nobody wants to know. */
    Watch NOBODY = (tx, turn) -> {};

    /** Something was evaluated or decided; it may have changed no flag, when it was an edit of what flags are about. */
    void told(Transaction tx, Turns turn);
}
