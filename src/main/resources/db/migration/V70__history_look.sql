-- what was looked at in the history, by whom: without what was typed, which may name a person
create table look (
    id        bigint        primary key,
    looked_at timestamp(6) with time zone not null,
    looked_by varchar(64)   not null,
    kind      varchar(20)   not null,
    about     varchar(2000) not null,
    version   bigint        not null
);
create sequence look_seq increment by 50;
create index look_time on look (looked_at);
