package milepost.architecture.planted.rules;

/** What planted classes of other layers must not know. */
public record Known(String name) {}
