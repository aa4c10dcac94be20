-- Imports that go on beside a request, so that their ids outlast the program: what came of each, for a day. What is done was
-- written in the unit of work that stored it.
create table import_run (
  id text primary key,
  person text not null,
  roadmap text not null,
  dry_run integer not null,
  begun_at text not null,
  state text not null,
  answer text
) ${strict};
create index import_run_by_person on import_run (person, begun_at);
create index import_run_by_time on import_run (begun_at);
