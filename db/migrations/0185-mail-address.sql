-- Addresses that somebody asked to be written to, in small letters, and what their owners said to that.
create table mail_address (
  person text not null,
  address text not null,
  state text not null,
  subscription ${long} not null references subscription (id),
  due_at text,
  asked_at text,
  asked ${long} not null,
  expires_at text,
  primary key (person, address)
) ${strict};
create index mail_address_due on mail_address (due_at) where due_at is not null;

-- Whoever is written to already is asked too, and nothing else is sent before the answer.
insert into mail_address (person, address, state, subscription, due_at, asked)
  select person, lower(target), 'ASKED', min(id), min(created_at), 0
  from subscription where channel = 'MAIL' and state = 'ACTIVE' group by person, lower(target);
update subscription set state = 'UNCONFIRMED' where channel = 'MAIL' and state = 'ACTIVE';
