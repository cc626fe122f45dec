-- A run that waited for a second person begins when he says yes. The nightly run erases what is older than its term.

grant update (begonnen_op) on synchronisatie.uitvoering to gateway_applicatie;

grant usage on schema synchronisatie to gateway_onderhoud;
grant select, delete on synchronisatie.uitvoering, synchronisatie.wijziging, inbox.afstemming to gateway_onderhoud;
