-- who acts for whom; only its end ever changes
create table deputation (
    id           bigint       primary key,
    principal    varchar(64)  not null,
    deputy       varchar(64)  not null,
    processes    varchar(400) not null,
    from_date    date         not null,
    until_date   date         not null,
    order_number varchar(60)  not null,
    made_by      varchar(64)  not null,
    made_at      timestamp(6) with time zone not null,
    revoked_at   timestamp(6) with time zone,
    revoked_by   varchar(64),
    task_list    varchar(64),
    closed_at    timestamp(6) with time zone,
    version      bigint       not null
);
create sequence deputation_seq increment by 50;
-- each request of each official asks it
create index deputation_deputy on deputation (deputy, closed_at);

create table deputation_act (
    id            bigint       primary key,
    deputation_id bigint       not null references deputation (id),
    task          varchar(255) not null,
    case_key      varchar(255) not null,
    completed_at  timestamp(6) with time zone not null,
    version       bigint       not null
);
create sequence deputation_act_seq increment by 50;
create index deputation_act_deputation on deputation_act (deputation_id);
