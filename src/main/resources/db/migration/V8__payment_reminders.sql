-- All kinds are planned anew together, in the order of their numbers; by kind only those who wait for a payment are
-- asked for. An index of the few of them costs the tick nothing for all the others.
drop index reminder_of_kind;
create index reminder_of_payment on reminder (id) where kind = 'payment' and ended_at is null;
