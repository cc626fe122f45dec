-- A database that was put back to an older state says so, and stays closed until two persons release it (security 19).

-- inhoud is the canonical JSON; its hash is signed with the seal key and stands in a log line of the house, so chain and checkpoints cover it.
create table verwerkingslog.herstel (
    nummer       bigint       not null check (nummer > 0),
    hash         bytea        not null check (hash = sha256(convert_to(inhoud, 'UTF8'))),
    inhoud       text         not null,
    kid          varchar(128) not null,
    handtekening bytea        not null,
    constraint pk_herstel primary key (nummer)
);
create trigger groeit before update or delete or truncate on verwerkingslog.herstel for each statement execute function verwerkingslog.weiger();

-- Who says that the gateway may go on. Two of them open it.
create table verwerkingslog.vrijgave (
    nummer     bigint      not null references verwerkingslog.herstel (nummer),
    account_id uuid        not null,
    op         timestamptz not null default clock_timestamp(),
    constraint pk_vrijgave primary key (nummer, account_id)
);
create trigger groeit before update or delete or truncate on verwerkingslog.vrijgave for each statement execute function verwerkingslog.weiger();

grant select, insert on verwerkingslog.herstel, verwerkingslog.vrijgave to gateway_applicatie;
grant select on verwerkingslog.herstel to gateway_controle, gateway_onderhoud;
