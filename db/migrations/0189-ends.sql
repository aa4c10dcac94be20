-- A session that a one-time link began: in it a password is chosen without the one of before, which may be forgotten.
alter table credential add column by_link integer not null default 0;

-- Where the audit trail ends: how many rows it has and the hash of the last, so that rows taken off its end show. One row.
create table trail_end (
  id integer primary key,
  many ${long} not null,
  chain text not null
) ${strict};
insert into trail_end (id, many, chain)
select 1, count(*), coalesce((select chain from trail order by id desc limit 1), '') from trail;
