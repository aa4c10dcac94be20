-- When each person was last at the list of flags, and when the visit before that ended: what came since is new to them.
create table flag_visit (
  person text primary key,
  last_at text not null,
  before_at text
) ${strict};

-- Filters of the list of flags that people keep under a name; at most one of a person's is where the list begins.
create table flag_view (
  id ${id},
  person text not null,
  name text not null,
  address text not null,
  standard ${long} not null
) ${strict};
create unique index flag_view_name on flag_view (person, name);
