-- What people want to be told of, and how. The secret signs what is sent to an address and makes the link that ends the subscription.
create table subscription (
  id ${id},
  person text not null,
  channel text not null,
  target text not null,
  secret text not null,
  roadmap text,
  severity ${long} not null,
  rule text,
  owner text,
  occasions text not null,
  rhythm text not null,
  hour ${long} not null,
  weekday ${long} not null,
  zone text not null,
  quiet_from ${long},
  quiet_until ${long},
  state text not null,
  why text,
  created_at text not null
) ${strict};
create index subscription_of_person on subscription (person, id);
create index subscription_of_state on subscription (state, id);

-- A message on its way to one subscription, once its time has come. It keeps its name however often it is sent.
create table delivery (
  id ${id},
  subscription ${long} not null references subscription (id),
  channel text not null,
  name text not null,
  state text not null,
  attempts ${long} not null,
  next_at text not null,
  lease_until text,
  error text,
  created_at text not null,
  ended_at text
) ${strict};
create unique index delivery_name on delivery (name);
create index delivery_due on delivery (state, channel, next_at);
create index delivery_of_subscription on delivery (subscription, id);

-- What one subscription is to be told of one transition of a flag, written in the transaction of the transition.
create table outbox (
  id ${id},
  subscription ${long} not null references subscription (id),
  event ${long} not null,
  due_at text not null,
  body text not null,
  delivery ${long} references delivery (id),
  dropped text
) ${strict};
create unique index outbox_once on outbox (subscription, event);
create index outbox_due on outbox (due_at) where delivery is null and dropped is null;
create index outbox_of_delivery on outbox (delivery);
