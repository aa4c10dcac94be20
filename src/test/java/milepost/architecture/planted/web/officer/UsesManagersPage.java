package milepost.architecture.planted.web.officer;

import milepost.architecture.planted.web.manager.Triage;

/** Planted: an officer's page built on a manager's. */
record UsesManagersPage(Triage triage) {}
