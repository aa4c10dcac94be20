package milepost.architecture.planted.exchange;

import milepost.architecture.planted.roadmap.There;

/** Planted: needs what needs it. */
public record Here(There there) {}
