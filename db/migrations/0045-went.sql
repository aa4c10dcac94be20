-- What went with a change is asked for as often as what came with it.
create index fact_went on fact (roadmap, to_change);
