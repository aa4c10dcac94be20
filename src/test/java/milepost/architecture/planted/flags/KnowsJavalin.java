package milepost.architecture.planted.flags;

import io.javalin.http.Context;

/** Planted: the web outside the pages. */
record KnowsJavalin(Context request) {}
