-- One row for each commit that changed flags or milestones, for pages that are open. Numbers only grow; old rows are taken away.
create table live (
  id ${id},
  at text not null,
  roadmap text not null,
  actor text,
  flags ${long} not null,
  milestones text not null
) ${strict};
