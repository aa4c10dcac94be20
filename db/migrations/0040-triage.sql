-- What a person decided about a flag, kept with the event for ever; the flag itself carries the decision now in force.
alter table flag_event add column triage text;
alter table flag_event add column reason text;
alter table flag_event add column until text;
