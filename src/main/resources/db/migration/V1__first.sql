-- One set of SQL for SQLite and PostgreSQL. Instants are milliseconds since 1970-01-01T00:00Z, truth is 0 or 1,
-- days are ISO dates. Keys carry the team. Foreign keys are deferred, so that a restore may fill tables in any order.

-- A person; the row is also what two presses of one person wait for.
create table learner (
  team text not null, person text not null, changed bigint not null,
  language text, zone text, remind_at text, daily_cap integer,
  primary key (team, person));

-- A question as it was asked: buttons name this id and go on working when the notes change.
create table asked (
  id text not null primary key, team text not null, kind text not null, channel text not null, day text not null,
  question text not null, fact text not null, section text not null, snapshot text not null,
  asked_at bigint not null, closed_at bigint);
create index asked_by_day on asked (team, kind, day);

create table answer (
  asked text not null references asked (id) deferrable initially deferred,
  team text not null, person text not null, question text not null, fact text not null,
  choice integer not null, correct integer not null, rating integer not null, answered_at bigint not null,
  request text not null, in_time integer not null, counts integer not null,
  primary key (asked, team, person));
create index answer_by_person on answer (team, person, fact);
create index answer_by_time on answer (team, answered_at);
create index answer_by_question on answer (team, question);

-- What the answers of one person to one fact add up to; can always be computed anew from them.
create table memory (
  team text not null, person text not null, fact text not null,
  stability double precision not null, difficulty double precision not null,
  last_review bigint not null, due bigint not null,
  primary key (team, person, fact));

-- Facts that stop coming for a while: skipped, or missed again and again.
create table pause (
  team text not null, person text not null, fact text not null, until_at bigint not null,
  primary key (team, person, fact));

create table flag (
  team text not null, question text not null, person text not null, asked text not null,
  reason text not null, flagged_at bigint not null,
  primary key (team, question, person));

create table ruling (
  team text not null, question text not null, decision text not null, decided_at bigint not null,
  primary key (team, question));

-- An old fact that lives on under a new id, written once.
create table renamed (old_fact text not null primary key, new_fact text not null, renamed_at bigint not null);

create table lookup (
  id text not null primary key, team text not null, person text not null, query text not null,
  outcome text not null, section text not null, looked_at bigint not null, useful integer, wished integer not null);
create index lookup_by_time on lookup (looked_at);
create index lookup_by_person on lookup (team, person);

-- Requests already handled, so that one that comes again does nothing.
create table request (id text not null primary key, handled_at bigint not null);
create index request_by_time on request (handled_at);

-- The daily question's settings of a channel, as JSON; removed ones stay, so that nothing seeds them again.
create table channel (
  team text not null, channel text not null, settings text not null, version bigint not null,
  primary key (team, channel));

create table approval (
  team text not null, question text not null, approved_at bigint not null,
  primary key (team, question));

create table post (
  team text not null, channel text not null, day text not null, asked text not null,
  state text not null, version bigint not null, lease_until bigint not null, closes_at bigint not null,
  ts text not null, reason text not null, shares text not null, doubles integer not null,
  primary key (team, channel, day));
create index post_by_state on post (state, lease_until);
