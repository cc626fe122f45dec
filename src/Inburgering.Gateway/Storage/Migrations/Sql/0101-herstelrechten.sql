-- What the journal says is done again under gateway_onderhoud: nothing else of a consent, an assignment or a relation can change there.
grant update (ingetrokken_op, ingetrokken_door) on dossiers.toestemming to gateway_onderhoud;
grant update (tot, versie, beeindigd_door) on dossiers.opdracht to gateway_onderhoud;
grant update (geldig_tot) on dossiers.relatie to gateway_onderhoud;
grant insert on dossiers.beperking, dossiers.bezwaar to gateway_onderhoud;
