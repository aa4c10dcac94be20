package milepost.web.layout;

import milepost.exchange.RecordIntake;
import milepost.exchange.intake.Intake;
import milepost.exchange.intake.heading.Profiles;
import milepost.exchange.out.Exports;
import milepost.exchange.work.ImportRuns;
import milepost.exchange.work.Works;

/** What brings roadmaps in from files and out to files. */
public record Exchange(
        Intake intake, Profiles profiles, RecordIntake records, Exports exports, Works works, ImportRuns runs) {}
