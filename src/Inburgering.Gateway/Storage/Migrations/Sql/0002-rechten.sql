-- Row-level security and rights. The application role reads and writes within one gemeente per transaction (security 8, 9).

do $$
declare
    tabel text;
begin
    foreach tabel in array array['dossiers.dossier', 'dossiers.feit', 'dossiers.opdracht', 'dossiers.toestemming', 'dossiers.relatie', 'sleutels.sleutel', 'inbox.bericht'] loop
        execute format('alter table %s enable row level security', tabel);
        execute format('alter table %s force row level security', tabel);
        execute format($p$create policy gemeente on %s
            using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
            with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))$p$, tabel);
    end loop;
end
$$;

revoke all on schema public from public;
grant usage on schema dossiers, sleutels, inbox, identiteit, toegang to gateway_applicatie;
grant select, insert, update on dossiers.dossier, dossiers.opdracht, dossiers.toestemming, dossiers.relatie, inbox.bericht to gateway_applicatie;
-- A fact is never rewritten: only its mark of being the current one moves.
grant select, insert on dossiers.feit to gateway_applicatie;
grant update (actueel) on dossiers.feit to gateway_applicatie;
grant select, insert on sleutels.sleutel to gateway_applicatie;
grant select, insert, update on identiteit.client, identiteit.client_sleutel, identiteit.account to gateway_applicatie;
grant select, insert, delete on identiteit.jti to gateway_applicatie;
grant select, insert on identiteit.dataprotection, toegang.beleid, toegang.merk to gateway_applicatie;
