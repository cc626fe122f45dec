-- What the front door answered, counted apart from the log writer; compared with the lines every night and then removed. No personal data.
create table verwerkingslog.deurtelling (
    gemeentecode varchar(4)     not null,
    nummer       bigint         not null generated always as identity,
    geteld_op    timestamptz(3) not null default clock_timestamp(),
    actie        smallint       not null,
    resultaat    smallint       not null,
    van          timestamptz    not null,
    tot          timestamptz    not null,
    spans        bytea          not null check (length(spans) > 0 and length(spans) % 8 = 0),
    constraint pk_deurtelling primary key (gemeentecode, nummer)
);

-- How a comparison ended, one row per Dutch day of counting; a difference stays on record with the numbers of the answers whose line is gone.
create table verwerkingslog.volledigheid (
    gemeentecode     varchar(4)     not null,
    nummer           bigint         not null generated always as identity,
    gecontroleerd_op timestamptz(3) not null default clock_timestamp(),
    dag              date           not null,
    actie            smallint       not null,
    resultaat        smallint       not null,
    geteld           int            not null,
    ontbreekt        int            not null,
    ontbrekend       bytea,
    constraint pk_volledigheid primary key (gemeentecode, nummer)
);

do $$
declare
    tabel text;
begin
    foreach tabel in array array['deurtelling', 'volledigheid'] loop
        execute format('alter table verwerkingslog.%s enable row level security', tabel);
        execute format('alter table verwerkingslog.%s force row level security', tabel);
        execute format($p$create policy gemeente on verwerkingslog.%s
            using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
            with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))$p$, tabel);
    end loop;
end
$$;

grant insert on verwerkingslog.deurtelling to gateway_applicatie;
grant select on verwerkingslog.volledigheid to gateway_applicatie;
grant select, delete on verwerkingslog.deurtelling to gateway_onderhoud;
grant select, insert on verwerkingslog.volledigheid to gateway_onderhoud;
