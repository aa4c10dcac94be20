package milepost.architecture.planted.rules.language;

import milepost.architecture.planted.rules.engine.Runs;

/** Planted: the language must not know the engine. */
record KnowsEngine(Runs engine) {}
