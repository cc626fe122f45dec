namespace Inburgering.Gateway.Access.Policy;

/// <summary>What the words must obey beyond their shape: nothing unknown, nothing granted twice, no consent for a public task (domain f11, f21).</summary>
internal static class PolicyRules
{
    private const string Gegevens = "gegevens.json";

    public static IEnumerable<string> Check(PolicyContent inhoud) =>
        WoordRules.Check(inhoud, new Plaats(Gegevens))
            .Concat(inhoud.Gegevens.Grants.SelectMany((g, i) => GrantRules.Staff(inhoud.Gegevens, g, new Plaats(Gegevens)["grants"][i])))
            .Concat(Doubles(inhoud.Gegevens.Grants, new Plaats(Gegevens)))
            .Concat(inhoud.Gegevens.Uitgaand.SelectMany((u, i) => Outgoing(inhoud.Gegevens, u, new Plaats(Gegevens)["uitgaand"][i])))
            .Concat(inhoud.Partners.SelectMany(p => CheckPartner(p.Value, inhoud, new Plaats(p.Key))))
            .Concat(inhoud.Gemeenten.SelectMany(g => CheckGemeente(g.Value, inhoud.Gegevens, new Plaats(g.Key))))
            .Concat(inhoud.Gemeenten.Where(g => g.Value.Betaalrekening is not null).SelectMany(g => BetaalrekeningRules.Check(
                g.Value.Betaalrekening!, [.. inhoud.Partners.Values.SelectMany(p => p.Bankprofielen ?? []).Select(b => b.Sleutel)],
                inhoud.Partners.Values.Any(p => p is { Bankprofielen: not null, Verbinding: not null }), new Plaats(g.Key)["betaalrekening"])))
            .Concat(DoubleClients(inhoud))
            .Concat(DoubleInstances(inhoud));

    private static IEnumerable<string> Outgoing(GegevensFile gegevens, UitgaandFile uitgaand, Plaats hier) =>
        (uitgaand.Ontvanger is { } ontvanger && gegevens.Ontvangers.ContainsKey(ontvanger) ? [] : (string[])[hier["ontvanger"].Fout($"ontvanger «{uitgaand.Ontvanger}» bestaat niet.")])
        .Concat(GrantRules.Outgoing(gegevens, uitgaand, uitgaand.Ontvanger ?? string.Empty, hier));

    private static IEnumerable<string> CheckPartner(PartnerFile partner, PolicyContent inhoud, Plaats hier)
    {
        if (partner.Partnertype != Path.GetFileNameWithoutExtension(hier.Bestand))
        {
            yield return hier["partnertype"].Fout($"partnertype «{partner.Partnertype}» is niet de naam van het bestand.");
        }

        if (partner is { Grants.Count: 0, Levert: null, Uitgaand: null or { Count: 0 } })
        {
            yield return hier.Fout($"partner «{partner.Partnertype}» hoort bij geen verwerkingsactiviteit: er is geen grants, levert of uitgaand.");
        }

        if (partner is { Verbinding.Limiet: { Per: LimietFile.Partner, PerSeconde: var hoogstens }, Afstemming.VragenPerSeconde: var vragen } && vragen > hoogstens)
        {
            yield return hier["afstemming"]["vragenPerSeconde"].Fout($"«{vragen}» is meer dan de {hoogstens} per seconde van verbinding.limiet.");
        }

        var fouten = partner.Grants.SelectMany((g, i) => GrantRules.Partner(inhoud.Gegevens, g, partner.Partnertype, hier["grants"][i]))
            .Concat(Doubles(partner.Grants, hier))
            .Concat(AanmeldingRules.Check(partner, inhoud.Gegevens, hier))
            .Concat((partner.Uitgaand ?? []).SelectMany((u, i) => GrantRules.Outgoing(inhoud.Gegevens, u, partner.Partnertype, hier["uitgaand"][i])))
            .Concat(partner.Levert is { } levert ? CheckLeveringen(levert, partner.Partnertype, inhoud.Gegevens, hier["levert"]) : [])
            .Concat(Partnerbijdrage.Check(partner, inhoud.Gegevens, hier))
            .Concat(RoosterRules.Check(partner, hier))
            .Concat(BankprofielRules.Check(partner, hier))
            .Concat(partner.Instanties.SelectMany((instantie, i) => CheckInstantie(instantie, partner, inhoud, hier["instanties"][i])));
        foreach (var fout in fouten)
        {
            yield return fout;
        }
    }

    private static IEnumerable<string> CheckLeveringen(LevertFile levert, string partner, GegevensFile gegevens, Plaats hier) =>
        CheckDoel(levert, gegevens, hier).Concat(CheckCategorieen(levert, partner, gegevens, hier))
            .Concat((levert.Typen ?? []).SelectMany(t => CheckType(t.Value, levert.Van(t.Key)!, partner, gegevens, hier["typen"][t.Key])));

    /// <summary>What a type takes from the whole is judged there.</summary>
    private static IEnumerable<string> CheckType(LevertypeFile eigen, LevertFile levert, string partner, GegevensFile gegevens, Plaats hier) =>
        ((eigen.Doel ?? eigen.Grondslag) is null ? [] : CheckDoel(levert, gegevens, hier)).Concat(eigen.Categorieen is null ? [] : CheckCategorieen(levert, partner, gegevens, hier));

    private static IEnumerable<string> CheckDoel(LevertFile levert, GegevensFile gegevens, Plaats hier)
    {
        if (!gegevens.Doelen.TryGetValue(levert.Doel, out var doel))
        {
            yield return hier["doel"].Fout($"doel «{levert.Doel}» bestaat niet.");
        }
        else if (doel.Grondslag != levert.Grondslag)
        {
            yield return hier["grondslag"].Fout($"grondslag «{levert.Grondslag}» is niet die van het doel.");
        }
        else if (gegevens.Activiteiten.GetValueOrDefault(doel.Activiteit) is { Actief: false })
        {
            yield return hier["doel"].Fout($"verwerkingsactiviteit «{doel.Activiteit}» is niet actief; deze partner kan dan niet leveren.");
        }
    }

    private static IEnumerable<string> CheckCategorieen(LevertFile levert, string partner, GegevensFile gegevens, Plaats hier)
    {
        for (var i = 0; i < levert.Categorieen.Count; i++)
        {
            var code = levert.Categorieen[i];
            if (!gegevens.Categorieen.TryGetValue(code, out var categorie))
            {
                yield return hier["categorieen"][i].Fout($"gegevenscategorie «{code}» bestaat niet.");
            }
            else if (!categorie.Bronhouders.Contains(partner))
            {
                yield return hier["categorieen"][i].Fout($"«{partner}» staat niet bij de bronhouders van {code}.");
            }
        }
    }

    private static IEnumerable<string> CheckInstantie(InstantieFile instantie, PartnerFile partner, PolicyContent inhoud, Plaats hier)
    {
        var codes = inhoud.Gemeenten.Values.Select(g => g.Gemeentecode).Append("*").ToHashSet();
        foreach (var code in instantie.Clients.Keys.Where(c => !codes.Contains(c)))
        {
            yield return hier["clients"][code].Fout($"gemeente «{code}» bestaat niet.");
        }

        if (instantie.Clients.ContainsKey("*") && partner.Grants.Count > 0)
        {
            yield return hier["clients"]["*"].Fout("wie leest heeft een client per gemeente, nooit «*».");
        }

        if (instantie.Gebruikers != "geen" && !partner.Grants.Exists(g => g.Voorwaarden?.Opdracht is not null))
        {
            yield return hier["gebruikers"].Fout($"«{instantie.Gebruikers}» kan niet: deze partner leest niets onder een opdracht, dus zijn gebruikers hebben geen caseload.");
        }
    }

    private static IEnumerable<string> CheckGemeente(GemeenteFile gemeente, GegevensFile gegevens, Plaats hier)
    {
        if (gemeente.Gemeentecode != Path.GetFileNameWithoutExtension(hier.Bestand))
        {
            yield return hier["gemeentecode"].Fout($"gemeentecode «{gemeente.Gemeentecode}» is niet de naam van het bestand.");
        }

        for (var i = 0; i < gemeente.Clients.Count; i++)
        {
            if (!gegevens.Rollen.ContainsKey(gemeente.Clients[i].Rol))
            {
                yield return hier["clients"][i]["rol"].Fout($"rol «{gemeente.Clients[i].Rol}» van {gemeente.Clients[i].ClientId} bestaat niet.");
            }
        }

        foreach (var naam in (gemeente.Bewaartermijnen ?? []).Keys.Where(naam => !HeeftTermijn(gegevens, naam.Split('.'))))
        {
            yield return hier["bewaartermijnen"][naam].Fout($"«{naam}» heeft in gegevens.json geen eigen bewaartermijn.");
        }
    }

    private static bool HeeftTermijn(GegevensFile gegevens, string[] naam) =>
        gegevens.Categorieen.TryGetValue(naam[0], out var categorie) && (naam.Length == 1 || categorie.BewaartermijnVelden?.ContainsKey(naam[1]) == true);

    private static IEnumerable<string> Doubles(List<GrantFile> grants, Plaats hier) =>
        from i in Enumerable.Range(0, grants.Count)
        where grants.Take(i).Any(g => (g.Rol, g.Doel) == (grants[i].Rol, grants[i].Doel))
        select hier["grants"][i]["doel"].Fout($"doel «{grants[i].Doel}» staat er twee keer.");

    /// <summary>By its key an instance finds its own deliveries, and the outbox its address.</summary>
    private static IEnumerable<string> DoubleInstances(PolicyContent inhoud) =>
        from partner in inhoud.Partners
        from i in Enumerable.Range(0, partner.Value.Instanties.Count)
        let sleutel = partner.Value.Instanties[i].Sleutel
        where partner.Value.Instanties.Take(i).Any(e => e.Sleutel == sleutel)
            || inhoud.Partners.Values.Any(p => p != partner.Value && (p.Partnertype == sleutel || p.Instanties.Exists(e => e.Sleutel == sleutel)))
        select new Plaats(partner.Key)["instanties"][i]["sleutel"].Fout($"sleutel «{sleutel}» is al van een ander.");

    private static IEnumerable<string> DoubleClients(PolicyContent inhoud) =>
        inhoud.Partners.SelectMany(p => p.Value.Instanties.SelectMany((instantie, i) => instantie.Clients.Select(c => (Id: c.Value, Plaats: new Plaats(p.Key)["instanties"][i]["clients"][c.Key]))))
            .Concat(inhoud.Gemeenten.SelectMany(g => g.Value.Clients.Select((c, i) => (Id: c.ClientId, Plaats: new Plaats(g.Key)["clients"][i]["clientId"]))))
            .GroupBy(c => c.Id)
            .SelectMany(g => g.Skip(1).Select(c => c.Plaats.Fout($"client «{g.Key}» staat er twee keer.")));
}
