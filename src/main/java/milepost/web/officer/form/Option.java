package milepost.web.officer.form;

/** One entry of a choice. */
public record Option(String value, String text) {}
