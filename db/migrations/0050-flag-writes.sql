-- How often flags of a roadmap have been written: by this number a program sees whether those it has read are still the same.
create table flag_writes (
  roadmap text primary key,
  number ${long} not null
) ${strict};
