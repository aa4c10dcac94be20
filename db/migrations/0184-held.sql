-- Until when the other side asked to be left in peace.
alter table subscription add column held_until text;

-- What ended because the other side wanted no more is only stopped, and can go on.
update subscription set state = 'STOPPED' where state = 'ENDED' and why is not null;
