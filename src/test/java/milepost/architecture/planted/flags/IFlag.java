package milepost.architecture.planted.flags;

/** Planted: a name that does not say what it is. */
record IFlag(String name) {}
