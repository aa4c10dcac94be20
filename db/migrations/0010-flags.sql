-- A finding that lives on. One row for each roadmap, rule and subject, for ever.
create table flag (
  id ${id},
  roadmap text not null,
  rule text not null,
  kind text not null,
  subject text not null,
  severity ${long} not null,
  state text not null,
  triage text not null,
  message text not null,
  evidence text not null,
  since text not null,
  raised_at text not null,
  resolved_at text,
  ruleset text not null,
  reason text,
  until text
) ${strict};
create unique index flag_identity on flag (roadmap, rule, kind, subject);
create index flag_worst on flag (state, severity, id);

-- Every transition of a flag with its cause; rows are only added.
create table flag_event (
  id ${id},
  flag ${long} not null references flag (id),
  at text not null,
  event text not null,
  cause text not null,
  ref text,
  message text not null,
  severity ${long} not null,
  ruleset text not null
) ${strict};
create index flag_event_by_flag on flag_event (flag, id);
create index flag_event_by_cause on flag_event (cause, ref);
