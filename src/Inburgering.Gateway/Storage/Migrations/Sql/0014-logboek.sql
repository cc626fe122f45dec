-- Whose pseudonyms belong to which dossier, so that the log can be asked for one person however the dossier was reached (LDV 3.1). Beside
-- the log and not in it: a line holds the pseudonym of the number that was asked, or the dossier, and neither ever changes.
create table verwerkingslog.persoon (
    gemeentecode varchar(4)   not null,
    pseudoniem   bytea        not null check (length(pseudoniem) = 32),
    dossier_id   uuid         not null,
    type         varchar(128) not null,
    constraint pk_persoon primary key (gemeentecode, pseudoniem, dossier_id)
);
create index ix_persoon_dossier on verwerkingslog.persoon (gemeentecode, dossier_id);

alter table verwerkingslog.persoon enable row level security;
alter table verwerkingslog.persoon force row level security;
create policy gemeente on verwerkingslog.persoon
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));
grant select, insert on verwerkingslog.persoon to gateway_applicatie;
grant select, delete on verwerkingslog.persoon to gateway_onderhoud;

-- What was asked about a number that has no dossier: few lines, found by the pseudonym alone.
create index ix_regel_betrokkene on verwerkingslog.regel (betrokkene) where dossier_id is null and betrokkene is not null;
