create table signing (
    id               bigint      primary key,
    agreement_key    varchar(60) not null,
    document_version integer     not null,
    sha256           varchar(64) not null,
    opened_at        timestamp(6) with time zone not null,
    due_at           timestamp(6) with time zone not null,
    sealed_at        timestamp(6) with time zone,
    version          bigint      not null,
    constraint signing_once unique (agreement_key, document_version)
);
create sequence signing_seq increment by 50;

create table signature (
    id               bigint        primary key,
    signing_id       bigint        not null references signing (id),
    seat             varchar(20)   not null,
    signed           boolean       not null,
    office           varchar(60)   not null,
    post             varchar(400)  not null,
    signed_by        varchar(100)  not null,
    signed_name      varchar(300)  not null,
    reason           varchar(1000) not null,
    signed_at        timestamp(6) with time zone not null,
    document_version integer       not null,
    sha256           varchar(64)   not null,
    version          bigint        not null,
    constraint signature_once unique (signing_id, seat)
);
create sequence signature_seq increment by 50;
