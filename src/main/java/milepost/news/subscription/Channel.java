package milepost.news.subscription;

/** The way by which somebody is told. */
public enum Channel {
    /** A mail to an address. */
    MAIL,
    /** A signed request to the address of a program. */
    WEBHOOK
}
