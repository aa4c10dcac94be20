-- Links in messages through which one person reports about one milestone without signing in; only the hash of the secret is kept.
create table update_link (
  id ${id},
  hash text not null,
  person ${long} not null references person (id),
  roadmap text not null,
  milestone text not null,
  created_at text not null,
  expires_at text not null,
  ended_at text
) ${strict};
create unique index update_link_hash on update_link (hash);
create index update_link_person on update_link (person);

-- When each officer was last at their inbox, and when the visit before that ended.
create table inbox_visit (
  person text primary key,
  last_at text not null,
  before_at text
) ${strict};
