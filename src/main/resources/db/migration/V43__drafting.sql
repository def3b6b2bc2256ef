create table draft (
    id            bigint           primary key,
    agreement_key varchar(60)      not null,
    state         varchar(20)      not null,
    revision      integer          not null,
    content       varchar(1000000) not null,
    saved_by      varchar(100),
    saved_at      timestamp(6) with time zone,
    prepared_by   varchar(100),
    approved_by   varchar(100),
    revises       integer,
    reason        varchar(4000)    not null,
    requested_by  varchar(100),
    opened_at     timestamp(6) with time zone not null,
    version       bigint           not null,
    constraint draft_once unique (agreement_key)
);
create sequence draft_seq increment by 50;

-- every save, so that nothing that was ever typed is lost and a conflict can be told
create table draft_save (
    id       bigint           primary key,
    draft_id bigint           not null references draft (id),
    revision integer          not null,
    content  varchar(1000000) not null,
    saved_by varchar(100)     not null,
    saved_at timestamp(6) with time zone not null,
    constraint draft_save_once unique (draft_id, revision)
);
create sequence draft_save_seq increment by 50;

-- who declared a draft ready, who approved it or sent it back, and why
create table draft_act (
    id       bigint        primary key,
    draft_id bigint        not null references draft (id),
    kind     varchar(20)   not null,
    revision integer       not null,
    remark   varchar(4000) not null,
    acted_by varchar(100)  not null,
    acted_at timestamp(6) with time zone not null
);
create sequence draft_act_seq increment by 50;
create index draft_act_of on draft_act (draft_id);

create table document_version (
    id             bigint           primary key,
    agreement_key  varchar(60)      not null,
    number         integer          not null,
    state          varchar(20)      not null,
    revision       boolean          not null,
    reason         varchar(4000)    not null,
    requested_by   varchar(100),
    scheme_code    varchar(40)      not null,
    scheme_version integer          not null,
    fiscal_year    varchar(7)       not null,
    office_level   varchar(20)      not null,
    content        varchar(1000000) not null,
    sha256         varchar(64)      not null,
    submitted_by   varchar(100)     not null,
    approved_by    varchar(100)     not null,
    submitted_at   timestamp(6) with time zone not null,
    state_by       varchar(100),
    state_at       timestamp(6) with time zone,
    version        bigint           not null,
    constraint document_version_once unique (agreement_key, number)
);
create sequence document_version_seq increment by 50;
