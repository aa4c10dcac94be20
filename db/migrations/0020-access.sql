-- People who can sign in.
create table person (
  id ${id},
  name text not null unique,
  display_name text not null,
  role text not null,
  disabled ${long} not null,
  password text
) ${strict};

-- Sessions, tokens and one-time links: the secret itself is never stored, only its hash.
create table credential (
  id ${id},
  kind text not null,
  hash text not null unique,
  person ${long} not null references person (id),
  name text,
  role text,
  created_at text not null,
  expires_at text not null,
  ended_at text
) ${strict};
