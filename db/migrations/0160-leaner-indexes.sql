-- Every index is one page more that each save has to write. These hold only what is asked of them: rows that have gone, changes
-- that undo another, flags that a publication brought up.
drop index fact_went;
create index fact_went on fact (roadmap, to_change) where to_change is not null;
drop index change_undoes;
create index change_undoes on change (undoes) where undoes is not null;
drop index flag_by_publication;
create index flag_by_publication on flag (published) where published is not null;
