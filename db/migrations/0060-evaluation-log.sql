-- Every evaluation that was more than a repetition: another day, other rules, other rules set aside, or flags changed.
-- Rows are only added; what was last evaluated at an instant is the newest row up to it.
create table evaluation_log (
  id ${id},
  roadmap text not null,
  at text not null,
  evaluated_on text not null,
  ruleset text not null,
  set_aside text not null,
  cause text not null,
  ref text
) ${strict};
create index evaluation_log_by_roadmap on evaluation_log (roadmap, id);
