package milepost.news.outbox;

import java.util.Optional;

/** Who may be told what, and who can answer by a report; asked at the moment of telling. */
public interface Readers {
    /** Whether somebody of this name can sign in at all. */
    boolean mayReceive(String person);

    /** Whether this person may read this roadmap; never for somebody who cannot sign in. */
    boolean mayRead(String person, String roadmap);

    /** A new link for the reports of this person about that milestone; empty when it is not theirs, or they may not report. */
    Optional<Link> link(String person, Reported milestone);

    /** Ends the link that an earlier attempt of a message was sent with, unless somebody reported through it. */
    void end(String person, long link);

    /**
     * What is to be reported about.
     *
     * @param owner the officer of the milestone, as it is recorded
     */
    record Reported(String roadmap, String milestone, String owner) {}

    /**
     * A link through which one person reports once without signing in.
     *
     * @param id what may be written down of it
     * @param secret the last part of its address, for the message only
     */
    record Link(long id, String secret) {
        @Override
        public String toString() {
            return "link " + id;
        }
    }
}
