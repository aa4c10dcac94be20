-- Who sees a roadmap: one without a row here is seen by everyone who can sign in.
create table roadmap_access (
  roadmap text primary key,
  visibility text not null
) ${strict};

-- What people may do on one roadmap, in place of their role elsewhere. A row is never deleted: it says when it ended.
create table membership (
  id ${id},
  roadmap text not null,
  person ${long} not null references person (id),
  role text not null,
  since text not null,
  ended_at text
) ${strict};
create unique index membership_current on membership (person, roadmap) where ended_at is null;
create index membership_of_roadmap on membership (roadmap, person);

-- The roadmaps that a token is limited to; a token without a row reaches all that its person does.
create table token_roadmap (
  credential ${long} not null references credential (id),
  roadmap text not null,
  primary key (credential, roadmap)
) ${strict};
