-- Who of an identity provider is whom here. Only this pair signs somebody in, never a name or an address that the provider tells.
create table identity (
  issuer text not null,
  subject text not null,
  person ${long} not null references person (id),
  linked_at text not null,
  primary key (issuer, subject)
) ${strict};
create unique index identity_of_person on identity (person, issuer);

-- Sign-ins at an identity provider that have begun: each is taken out when its answer arrives, and is good for some minutes.
create table sign_on (
  state text primary key,
  browser text not null,
  nonce text not null,
  verifier text not null,
  redirect text not null,
  next text not null,
  expires_at text not null
) ${strict};
