package milepost.web.officer.roadmap;

/** One value of a milestone as it stands in the table. */
public record CellRead(String base, String sort, MilestoneRow row, CellField field) {}
