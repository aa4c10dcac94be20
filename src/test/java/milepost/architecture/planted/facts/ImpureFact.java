package milepost.architecture.planted.facts;

import tools.jackson.databind.JsonNode;

/** Planted: a fact that needs a library. */
record ImpureFact(JsonNode body) {}
