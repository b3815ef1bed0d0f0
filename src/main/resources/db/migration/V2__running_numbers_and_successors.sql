-- The running number of a channel's questions.
alter table asked add column number integer;
update asked set number = (select count(*) from asked o where o.team = asked.team and o.channel = asked.channel
  and o.kind = 'DAILY' and o.day <= asked.day) where kind = 'DAILY';

-- What the notes' sections looked like, to know them again when they are edited or moved.
create table trace (section text not null primary key, file text not null, path text not null, fingerprint text not null);

-- Facts that were asked about and that the notes do not say any more.
create table gone (fact text not null primary key, since bigint not null);

-- What was said once: to a person, a channel, the admins. The key names what and when.
create table told (
  team text not null, person text not null, thing text not null, told_at bigint not null,
  primary key (team, person, thing));

-- The candidates shown for a day to those who approve, in their order; the last one counts.
create table proposal (
  team text not null, channel text not null, day text not null, number integer not null, snapshot text not null,
  primary key (team, channel, day, number));

-- A channel's week in review: claimed like a post.
create table digest (
  team text not null, channel text not null, day text not null,
  state text not null, version bigint not null, lease_until bigint not null,
  primary key (team, channel, day));
