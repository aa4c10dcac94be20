package milepost.web.officer.roadmap;

/**
 * One value of a milestone as it stands in the table.
 *
 * @param back what the address of the page with the table has behind its question mark
 */
public record CellRead(String base, String back, MilestoneRow row, CellField field) {}
