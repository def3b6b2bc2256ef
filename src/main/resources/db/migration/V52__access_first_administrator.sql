-- production makes its first administrator once: nobody becomes one by emptying the group and starting again
create table first_administrator (
    id integer primary key check (id = 1),
    made_at timestamp(3) with time zone not null
);
