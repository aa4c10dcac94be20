-- Frozen reporting periods. A row is never changed: a correction is a row of its own that says which one it takes the place of.
create table period (
  id ${id},
  roadmap text not null,
  name text not null,
  from_day text not null,
  to_day text not null,
  known_at text not null,
  ruleset text not null,
  rules text not null,
  frozen_by text not null,
  reason text,
  supersedes ${long} references period (id)
) ${strict};
create unique index period_name on period (roadmap, name);
create unique index period_superseded on period (supersedes);
