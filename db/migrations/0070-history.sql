-- A change can be the undoing of another, and some changes somebody has to approve.
alter table change add column undoes ${long} references change (id);
alter table change add column approver text;
create index change_undoes on change (undoes);
create index change_by_actor on change (roadmap, actor, id);
create index change_by_time on change (roadmap, at);

-- What each change is about: the kinds of the facts it touched, and the milestones they belong to as milestone/KEY.
create table change_topic (
  roadmap text not null,
  topic text not null,
  change ${long} not null references change (id),
  primary key (roadmap, topic, change)
) ${strict};
insert into change_topic (roadmap, topic, change)
  select roadmap, kind, from_change from fact
  union select roadmap, kind, to_change from fact where to_change is not null
  union select roadmap, 'milestone/' || key, from_change from fact where kind = 'MILESTONE'
  union select roadmap, 'milestone/' || key, to_change from fact where kind = 'MILESTONE' and to_change is not null
  union select roadmap, 'milestone/' || (body${json} ->> 'milestone'), from_change from fact
    where kind in ('PARTICIPANT', 'UPDATE')
  union select roadmap, 'milestone/' || (body${json} ->> 'milestone'), to_change from fact
    where kind in ('PARTICIPANT', 'UPDATE') and to_change is not null
  union select roadmap, 'milestone/' || (body${json} ->> 'predecessor'), from_change from fact where kind = 'DEPENDENCY'
  union select roadmap, 'milestone/' || (body${json} ->> 'predecessor'), to_change from fact
    where kind = 'DEPENDENCY' and to_change is not null
  union select roadmap, 'milestone/' || (body${json} ->> 'successor'), from_change from fact where kind = 'DEPENDENCY'
  union select roadmap, 'milestone/' || (body${json} ->> 'successor'), to_change from fact
    where kind = 'DEPENDENCY' and to_change is not null;

-- Of a milestone's versions what its moves are read from, so that they are found without reading bodies.
alter table fact add column due text;
alter table fact add column baseline text;
alter table fact add column slips ${long};
update fact
  set due = body${json} ->> 'due', baseline = body${json} ->> 'baseline', slips = cast(body${json} ->> 'slips' as ${long})
  where kind = 'MILESTONE';
