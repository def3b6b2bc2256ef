-- each version of a performance scheme as it was first brought; agreements keep code and number
create table performance_scheme (
    id         bigint       primary key,
    code       varchar(40)  not null,
    number     integer      not null,
    hash       varchar(64)  not null,
    content    varchar(200000) not null,
    brought_at timestamp with time zone not null,
    version    bigint       not null,
    constraint one_scheme_per_version unique (code, number)
);
create sequence performance_scheme_seq increment by 50;
