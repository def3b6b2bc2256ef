-- one agreement per office and fiscal year
create table agreement (
    id             bigint       primary key,
    agreement_key  varchar(60)  not null,
    organisation   varchar(40)  not null,
    fiscal_year    varchar(7)   not null,
    office_level   varchar(20)  not null,
    scheme_code    varchar(40)  not null,
    scheme_version integer      not null,
    state          varchar(20)  not null,
    returned       boolean      not null,
    opened_by      varchar(100) not null,
    opened_at      timestamp with time zone not null,
    version        bigint       not null,
    constraint one_agreement_per_office_and_year unique (agreement_key)
);
create sequence agreement_seq increment by 50;
create index agreement_of_year on agreement (fiscal_year, organisation);

-- the last day of each step of its calendar, as the table said when it was opened
create table agreement_dates (
    agreement_id bigint      not null references agreement (id),
    step         varchar(40) not null,
    due_on       date        not null,
    primary key (agreement_id, step)
);

-- who moved it to which state, and when
create table agreement_move (
    id           bigint       primary key,
    agreement_id bigint       not null references agreement (id),
    state        varchar(20)  not null,
    moved_by     varchar(100) not null,
    moved_at     timestamp with time zone not null,
    version      bigint       not null
);
create sequence agreement_move_seq increment by 50;
create index agreement_move_of on agreement_move (agreement_id);

-- revisions asked for, and what became of them
create table agreement_revision (
    id           bigint        primary key,
    agreement_id bigint        not null references agreement (id),
    number       integer       not null,
    reason       varchar(4000) not null,
    requested_by varchar(100)  not null,
    requested_at timestamp with time zone not null,
    state        varchar(20)   not null,
    decided_by   varchar(100),
    decided_at   timestamp with time zone,
    version      bigint        not null,
    constraint one_number_per_revision unique (agreement_id, number)
);
create sequence agreement_revision_seq increment by 50;
