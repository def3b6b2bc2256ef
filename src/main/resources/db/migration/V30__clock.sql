-- The rehearsal clock: no time later than this has been shown yet. One row, and none in production.
create table rehearsal_clock (
    id integer primary key check (id = 1),
    shown_until timestamp(3) with time zone not null
);
