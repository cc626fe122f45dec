-- Checkpoints and their witnesses (security 3). Ids, hashes and signatures only; both tables can be added to and never changed.

-- what a witness said of ours
create table verwerkingslog.getuigenis (
    getuige      varchar(64)    not null,
    nummer       bigint         not null,
    tijd         timestamptz(3) not null,
    inhoud       varchar(400)   not null,
    kid          varchar(128)   not null,
    handtekening bytea          not null,
    constraint pk_getuigenis primary key (getuige, nummer)
);

-- what we witness of another gateway
create table verwerkingslog.vreemd_zegel (
    van          varchar(64)    not null,
    nummer       bigint         not null check (nummer > 0),
    tijd         timestamptz(3) not null,
    inhoud       text           not null,
    vorig_hash   bytea          not null check (length(vorig_hash) = 32),
    hash         bytea          not null check (length(hash) = 32),
    kid          varchar(128)   not null,
    handtekening bytea          not null,
    ontvangen    timestamptz(3) not null default clock_timestamp(),
    constraint pk_vreemd_zegel primary key (van, nummer)
);

grant select, insert on verwerkingslog.getuigenis, verwerkingslog.vreemd_zegel to gateway_applicatie;
grant select on verwerkingslog.getuigenis, verwerkingslog.vreemd_zegel to gateway_controle;

create trigger groeit before update or delete or truncate on verwerkingslog.getuigenis for each statement execute function verwerkingslog.weiger();
create trigger groeit before update or delete or truncate on verwerkingslog.vreemd_zegel for each statement execute function verwerkingslog.weiger();
