-- What people make of a flag besides the decision: how bad they say it is, who looks after it. The rule's own severity is kept.
-- A version counts transitions and decisions, so that two people cannot decide about the same flag without knowing.
alter table flag add column reported ${long} not null default 0;
update flag set reported = severity;
alter table flag add column severity_reason text;
alter table flag add column assignee text;
alter table flag add column version ${long} not null default 1;
alter table flag add column rule_hash text;

-- Words of a comment, the person it was given to or the reason for another severity; and what was so before, to be taken back.
alter table flag_event add column detail text;
alter table flag_event add column before text;
create index flag_event_by_time on flag_event (at);
