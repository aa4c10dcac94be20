-- Flags of rules in shadow are seen by authors only. A flag that a publication raised names its ruleset until it was looked at.
alter table flag add column shadow ${long} not null default 0;
alter table flag add column published text;
update flag set published = (
  select case when e.cause = 'RULES' then e.ref else null end
  from flag_event e
  where e.flag = flag.id and e.event in ('RAISED', 'REOPENED')
  order by e.id desc limit 1)
where state = 'ACTIVE' and triage = 'UNTRIAGED';
create index flag_by_publication on flag (published);
