-- What the nightly run may do under gateway_onderhoud: erase what may not be kept any longer, one gemeente per transaction, and say so in
-- the log. The policies of the tables hold for it as for everyone; it cannot change a dossier nor a line.

grant usage on schema dossiers, sleutels, inbox to gateway_onderhoud;

grant select, delete on dossiers.dossier, dossiers.feit, dossiers.opdracht, dossiers.toestemming, dossiers.relatie, dossiers.beperking, dossiers.bezwaar,
    dossiers.rectificatie, dossiers.correctietaak, dossiers.noodtoegang, dossiers.bewaarplicht to gateway_onderhoud;
grant select, delete on sleutels.sleutel to gateway_onderhoud;
-- locking a row asks for the right to change one column of it
grant update (gesloten_op) on dossiers.dossier to gateway_onderhoud;
-- a version of which some fields have a longer term keeps those alone
grant update (inhoud, inhoud_hash) on dossiers.feit to gateway_onderhoud;
grant select on inbox.bericht to gateway_onderhoud;
grant update (inhoud, dossier_id, gebeurtenis_hash, status, reden) on inbox.bericht to gateway_onderhoud;
grant insert on dossiers.verwijdering to gateway_onderhoud;

-- its own lines, chained like any other
grant select, insert on verwerkingslog.context, verwerkingslog.regel, verwerkingslog.kop to gateway_onderhoud;
grant update (seq, hash) on verwerkingslog.kop to gateway_onderhoud;
