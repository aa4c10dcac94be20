package milepost.news.outbox;

/** Who may be told what, asked at the moment of telling. */
public interface Readers {
    /** Whether somebody of this name can sign in at all. */
    boolean mayReceive(String person);

    /** Whether this person may read this roadmap; never for somebody who cannot sign in. */
    boolean mayRead(String person, String roadmap);
}
