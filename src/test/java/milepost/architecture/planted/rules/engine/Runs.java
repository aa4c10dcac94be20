package milepost.architecture.planted.rules.engine;

/** What the planted language must not know. */
public record Runs(String name) {}
