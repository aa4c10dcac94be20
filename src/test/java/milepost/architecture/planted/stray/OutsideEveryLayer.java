package milepost.architecture.planted.stray;

/** Planted: a class in no layer, in a package without a word about itself. */
record OutsideEveryLayer(String name) {}
