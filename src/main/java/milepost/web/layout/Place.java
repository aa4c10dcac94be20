package milepost.web.layout;

/** The main places of the app, as the navigation shows them. */
public enum Place {
    PORTFOLIO,
    INBOX,
    FLAGS,
    FORECAST,
    RULES,
    ELSEWHERE
}
