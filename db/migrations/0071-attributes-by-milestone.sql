-- Attributes belong to the history of their milestone too; those that were recorded before it looked for them.
insert into change_topic (roadmap, topic, change)
  select roadmap, 'milestone/' || (body${json} ->> 'milestone'), from_change from fact where kind = 'ATTRIBUTE'
  union select roadmap, 'milestone/' || (body${json} ->> 'milestone'), to_change from fact
    where kind = 'ATTRIBUTE' and to_change is not null
  on conflict do nothing;
