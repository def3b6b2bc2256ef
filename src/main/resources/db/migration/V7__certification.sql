create table certification (
    id            bigint       primary key,
    project_code  varchar(40)  not null,
    doubts        varchar(1000),
    doubted_by    varchar(100),
    answer        varchar(1000),
    answered_by   varchar(100),
    signed_off_by varchar(100),
    signed_off_at timestamp(6) with time zone,
    signatory     varchar(200),
    version       bigint       not null,
    constraint certification_once unique (project_code)
);
create sequence certification_seq increment by 50;

create table certificate_decision (
    id               bigint       primary key,
    certification_id bigint       not null references certification (id),
    reference        varchar(40)  not null,
    economy          varchar(2)   not null,
    name             varchar(400) not null,
    attended         integer      not null,
    outcome          varchar(20)  not null,
    reason           varchar(500),
    version          bigint       not null,
    constraint certificate_decision_once unique (certification_id, reference)
);
create sequence certificate_decision_seq increment by 50;

create table certificate (
    id                bigint       primary key,
    certification_id  bigint       not null references certification (id),
    reference         varchar(40)  not null,
    economy           varchar(2)   not null,
    name              varchar(400) not null,
    serial            varchar(40)  not null,
    issued_on         date         not null,
    state             varchar(10)  not null,
    sha256            varchar(64),
    revocation_reason varchar(500),
    revoked_by        varchar(100),
    revoked_at        timestamp(6) with time zone,
    version           bigint       not null,
    constraint certificate_serial_once unique (serial),
    constraint certificate_once unique (certification_id, reference)
);
create sequence certificate_seq increment by 50;

-- apart from the certificate, so that a list of certificates does not load every document
create table certificate_file (
    serial varchar(40) primary key references certificate (serial),
    pdf    bytea       not null
);
