package milepost.news.outbox;

/** A way by which messages leave this server. */
public interface Transport {
    /** Returns when the other side has taken the message over. */
    void send(Message message) throws Undeliverable;
}
