-- Who changed what, when and why. Everything versioned points here.
create table change (
  id ${id},
  at text not null,
  actor text not null,
  roadmap text not null,
  reason text,
  source text,
  kind text not null
) ${strict};
create index change_by_roadmap on change (roadmap, id);

-- One version of one fact. A row is never overwritten: it says by which change it came and by which it went.
create table fact (
  id ${id},
  roadmap text not null,
  kind text not null,
  key text not null,
  version ${long} not null,
  body text not null,
  from_change ${long} not null references change (id),
  to_change ${long} references change (id)
) ${strict};
create unique index fact_current on fact (roadmap, kind, key) where to_change is null;
create unique index fact_version on fact (roadmap, kind, key, version);
create index fact_came on fact (roadmap, from_change);

-- Up to which day and with which rules a roadmap has been evaluated, and which rules were set aside.
create table evaluation (
  roadmap text primary key,
  evaluated_on text not null,
  ruleset text not null,
  set_aside text not null
) ${strict};
