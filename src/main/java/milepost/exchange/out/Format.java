package milepost.exchange.out;

/** The forms a roadmap goes out in. */
public enum Format {
    csv("text/csv; charset=utf-8"),
    xlsx("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    json("application/json"),
    ics("text/calendar; charset=utf-8");

    private final String type;

    Format(String type) {
        this.type = type;
    }

    /** Its media type. */
    public String type() {
        return type;
    }
}
