-- One row for each commit that changed facts or flags, for pages that are open. Numbers only grow; old rows are taken away. Who it
-- was and which milestones were edited stands with the change, where there is one, and is read only when somebody wants to know.
create table live (
  id ${id},
  at text not null,
  roadmap text not null,
  change ${long},
  actor text,
  flags ${long} not null
) ${strict};
