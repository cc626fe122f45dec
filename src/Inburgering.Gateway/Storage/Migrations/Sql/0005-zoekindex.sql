-- What `gateway onderhoud zoekindex` may change under gateway_onderhoud: the blind indexes, nothing else of a dossier (security 18).
grant update (bsn_index, bsn_index_even, vnummer_index, vnummer_index_even) on dossiers.dossier to gateway_onderhoud;
