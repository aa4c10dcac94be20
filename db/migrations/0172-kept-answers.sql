-- What was answered to requests that came with a key of their own, so that sending one again repeats nothing. Kept for a day.
create table kept_answer (
  person ${long} not null,
  key text not null,
  request text not null,
  at text not null,
  status ${long} not null,
  headers text not null,
  body text not null,
  primary key (person, key)
) ${strict};
create index kept_answer_by_time on kept_answer (at);
