package milepost.architecture.planted.flags;

import org.kie.api.runtime.KieSession;

/** Planted: Drools outside the rules. */
record KnowsDrools(KieSession session) {}
