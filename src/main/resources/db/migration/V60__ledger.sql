-- One entry for each transaction and case: what it wrote, as canonical JSON, chained by hash (package ledger).
-- The mark is made with a key outside the database. The content is emptied when the history of the case is cleaned up.
create table ledger_entry (
    id       bigint       primary key,
    chain    varchar(100) not null,
    position bigint       not null,
    wall_at  timestamp(6) with time zone not null,
    content  text         not null,
    previous varchar(64)  not null,
    hash     varchar(64)  not null,
    mark     varchar(64)  not null,
    constraint ledger_entry_place unique (chain, position)
);
create sequence ledger_entry_seq increment by 1;

-- Where a document's hash stands: found here, proven there.
create table ledger_document (
    sha256 varchar(64) not null,
    entry  bigint      not null,
    primary key (sha256, entry)
);

-- The last entry of each chain. Writers of one case wait for each other here, and for nobody else.
create table ledger_chain (
    chain      varchar(100) primary key,
    position   bigint       not null,
    hash       varchar(64)  not null,
    changed_at timestamp(6) with time zone not null
);
create index ledger_chain_changed on ledger_chain (changed_at);

-- What makes the digest of a row with personal data worthless to whoever guesses the row. Erased with the data.
create table ledger_salt (
    table_name varchar(60)  not null,
    row_id     varchar(300) not null,
    salt       varchar(64)  not null,
    primary key (table_name, row_id)
);

-- Signed roots over the heads that moved since the last one.
create table ledger_seal (
    number    bigint       primary key,
    sealed_at timestamp(6) with time zone not null,
    leaves    integer      not null,
    root      varchar(64)  not null,
    previous  varchar(64)  not null,
    hash      varchar(64)  not null,
    key_id    varchar(64)  not null,
    signature varchar(1100) not null
);
create table ledger_leaf (
    seal     bigint       not null references ledger_seal (number),
    ordinal  integer      not null,
    chain    varchar(100) not null,
    position bigint       not null,
    hash     varchar(64)  not null,
    primary key (seal, ordinal)
);
create index ledger_leaf_chain on ledger_leaf (chain, position);
-- How far each chain is sealed.
create table ledger_sealed (
    chain    varchar(100) primary key,
    position bigint       not null
);
