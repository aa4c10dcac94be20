-- What the headings of a kind of file mean, under a name; saving under the same name replaces it.
create table import_profile (
  name text primary key,
  meanings text not null,
  saved_at text not null,
  saved_by text not null
) ${strict};
