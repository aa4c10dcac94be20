package milepost.web.officer.roadmap;

import milepost.facts.Milestone;
import milepost.facts.Snapshot;
import milepost.web.officer.form.Form;
import milepost.web.officer.milestone.MilestoneForm;

/** One value in the table of milestones. */
record Cell(Snapshot snapshot, Milestone milestone, CellField field) {

    String roadmap() {
        return snapshot.roadmap().key();
    }

    /** The whole form of the milestone as recorded. */
    Form recorded() {
        return MilestoneForm.of(snapshot, milestone);
    }
}
