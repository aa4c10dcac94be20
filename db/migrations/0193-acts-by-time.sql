-- The first page tells what people decided about flags since somebody's last visit; what rules did is found by time already.
create index flag_event_acts on flag_event (at) where cause = 'PERSON';
