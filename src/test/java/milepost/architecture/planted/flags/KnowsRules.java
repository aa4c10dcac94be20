package milepost.architecture.planted.flags;

import milepost.architecture.planted.rules.Known;

/** Planted: flags must not know rules. */
record KnowsRules(Known rules) {}
