-- What people and programs did, in one log. Rows are only added; each carries the hash of itself and of the one before it.
create table trail (
  id ${id},
  at text not null,
  actor text not null,
  kind text not null,
  roadmap text,
  subject text not null,
  detail text not null,
  ref text not null,
  digest text not null,
  chain text not null
) ${strict};
create index trail_by_actor on trail (actor, id);
create index trail_by_roadmap on trail (roadmap, id);
create index trail_by_ref on trail (kind, ref);
