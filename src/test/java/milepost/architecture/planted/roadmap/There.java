package milepost.architecture.planted.roadmap;

import milepost.architecture.planted.exchange.Here;

/** Planted: needs what needs it. */
public record There(Here here) {}
