package milepost.architecture.planted.facts.util;

/** Planted: a package for anything. */
record Anything(String name) {}
