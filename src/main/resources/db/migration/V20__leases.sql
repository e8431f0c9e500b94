-- What only one node may do at a time: asking a messenger for what people wrote. A lease is worth what its node's life
-- is worth, as with deliveries.
create table lease (
  name text primary key,
  node uuid not null
);
