-- Tables of the rights of the person and of emergency access: one gemeente per transaction, like every tenant table (security 8, 9).

do $$
declare
    tabel text;
begin
    foreach tabel in array array['beperking', 'bezwaar', 'rectificatie', 'correctietaak', 'noodtoegang', 'bewaarplicht', 'verwijdering'] loop
        execute format('alter table dossiers.%s enable row level security', tabel);
        execute format('alter table dossiers.%s force row level security', tabel);
        execute format($p$create policy gemeente on dossiers.%s
            using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
            with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))$p$, tabel);
        execute format('grant select, insert on dossiers.%s to gateway_applicatie', tabel);
    end loop;
end
$$;

-- What was recorded stays as it was; only its end, its outcome and its review are added.
grant update (tot) on dossiers.beperking to gateway_applicatie;
grant update (tot, uitkomst) on dossiers.bezwaar to gateway_applicatie;
grant update (status, afgehandeld_op) on dossiers.correctietaak to gateway_applicatie;
grant update (tot, goedgekeurd_door, beoordeeld_door, beoordeeld_op, oordeel) on dossiers.noodtoegang to gateway_applicatie;
grant update (tot) on dossiers.bewaarplicht to gateway_applicatie;
grant update (gecorrigeerd_op) on dossiers.feit to gateway_applicatie;
