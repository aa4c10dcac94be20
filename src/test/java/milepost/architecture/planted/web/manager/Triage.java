package milepost.architecture.planted.web.manager;

/** What a planted page of another actor must not use. */
public record Triage(String name) {}
