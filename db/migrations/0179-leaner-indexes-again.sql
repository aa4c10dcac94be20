-- Every index is one page more that each save has to write, and so is a table beside the index of its key. Changes, of which the
-- trail has most, are found by their number and not by their kind; of what happens to flags only news is asked for by time.
drop index trail_by_ref;
create index trail_by_kind on trail (kind, id) where kind <> 'CHANGE';

drop index flag_event_by_time;
create index flag_event_news on flag_event (at) where event in ('RAISED', 'REOPENED', 'RETURNED', 'ESCALATED');

create table change_topic_by_key (
  roadmap text not null,
  topic text not null,
  change ${long} not null references change (id),
  primary key (roadmap, topic, change)
) ${keyed};
insert into change_topic_by_key (roadmap, topic, change) select roadmap, topic, change from change_topic;
drop table change_topic;
alter table change_topic_by_key rename to change_topic;
