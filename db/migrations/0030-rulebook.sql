-- Texts of rule files and case files, each once.
create table rule_text (
  hash text primary key,
  content text not null
) ${strict};

-- Published versions of the rules; the one with the highest number is in use. Rows are only added.
create table ruleset (
  number ${long} primary key,
  hash text not null,
  at text not null,
  actor text not null,
  writer text not null,
  cause text not null,
  comment text not null,
  restored ${long} references ruleset (number)
) ${strict};
create index ruleset_by_hash on ruleset (hash, number);

create table ruleset_file (
  ruleset ${long} not null references ruleset (number),
  path text not null,
  text text not null references rule_text (hash),
  primary key (ruleset, path)
) ${strict};

-- What a rules folder held when it was last in line with the published rules.
create table rule_folder (
  folder text not null,
  path text not null,
  text text not null references rule_text (hash),
  primary key (folder, path)
) ${strict};

-- What authors are working on: the files that differ, with the text each was begun from. No text: the file shall go;
-- no text at the beginning: the file is new.
create table rule_draft (
  id ${id},
  author text not null unique,
  base ${long} not null references ruleset (number),
  state text not null,
  comment text not null,
  version ${long} not null,
  created_at text not null,
  saved_at text not null
) ${strict};

create table rule_draft_file (
  draft ${long} not null references rule_draft (id),
  path text not null,
  text text references rule_text (hash),
  base_text text references rule_text (hash),
  primary key (draft, path)
) ${strict};
