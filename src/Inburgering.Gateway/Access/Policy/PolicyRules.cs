using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Access.Policy;

/// <summary>What the words must obey: nothing unknown, nothing granted twice, no consent for a public task (domain f11, f21).</summary>
internal static class PolicyRules
{
    private static readonly string[] Mitsen = ["keurmerk", "eigen-instelling", "eigen-levering"];
    private static readonly string[] Doelgroepen = ["Asielstatushouder", "Gezinsmigrant en overige migrant"];

    public static IEnumerable<string> Check(
        GegevensFile gegevens, IReadOnlyDictionary<string, PartnerFile> partners, IReadOnlyDictionary<string, GemeenteFile> gemeenten) =>
        CheckWords(gegevens)
            .Concat(gegevens.Grants.SelectMany((g, i) => CheckGrant($"gegevens.json, grants[{i}]", g, gegevens, staff: true)))
            .Concat(Doubles(gegevens.Grants, "gegevens.json"))
            .Concat(partners.SelectMany(p => CheckPartner(p.Key, p.Value, gegevens, gemeenten.Values)))
            .Concat(gemeenten.SelectMany(g => CheckGemeente(g.Key, g.Value, gegevens)))
            .Concat(DoubleClients(partners.Values, gemeenten.Values));

    private static IEnumerable<string> CheckWords(GegevensFile gegevens)
    {
        foreach (var (naam, doel) in gegevens.Doelen)
        {
            if (!gegevens.Activiteiten.ContainsKey(doel.Activiteit))
            {
                yield return $"config/gegevens.json, doelen.{naam}: verwerkingsactiviteit «{doel.Activiteit}» bestaat niet.";
            }

            if (!gegevens.Grondslagen.ContainsKey(doel.Grondslag))
            {
                yield return $"config/gegevens.json, doelen.{naam}: grondslag «{doel.Grondslag}» bestaat niet.";
            }
        }
    }

    private static IEnumerable<string> CheckPartner(string file, PartnerFile partner, GegevensFile gegevens, IEnumerable<GemeenteFile> gemeenten)
    {
        if (partner.Partnertype != Path.GetFileNameWithoutExtension(file))
        {
            yield return $"config/{file}: partnertype «{partner.Partnertype}» is niet de naam van het bestand.";
        }

        foreach (var fout in partner.Grants.SelectMany((g, i) => CheckGrant($"{file}, grants[{i}]", g, gegevens, staff: false)).Concat(Doubles(partner.Grants, file)))
        {
            yield return fout;
        }

        foreach (var categorie in partner.Levert?.Categorieen.Where(c => !gegevens.Categorieen.ContainsKey(c)) ?? [])
        {
            yield return $"config/{file}, levert: gegevenscategorie «{categorie}» bestaat niet.";
        }

        if (partner.Levert is { } levert && !gegevens.Doelen.ContainsKey(levert.Doel))
        {
            yield return $"config/{file}, levert: doel «{levert.Doel}» bestaat niet.";
        }

        var codes = gemeenten.Select(g => g.Gemeentecode).Append("*").ToHashSet();
        foreach (var instantie in partner.Instanties)
        {
            if (!Oin.TryParse(instantie.Oin, out _))
            {
                yield return $"config/{file}, instanties.{instantie.Sleutel}: geen OIN van twintig posities.";
            }

            foreach (var code in instantie.Clients.Keys.Where(c => !codes.Contains(c)))
            {
                yield return $"config/{file}, instanties.{instantie.Sleutel}: gemeente «{code}» bestaat niet.";
            }

            if (instantie.Clients.ContainsKey("*") && partner.Grants.Count > 0)
            {
                yield return $"config/{file}, instanties.{instantie.Sleutel}: wie leest heeft een client per gemeente, nooit «*».";
            }
        }
    }

    private static IEnumerable<string> CheckGrant(string place, GrantFile grant, GegevensFile gegevens, bool staff)
    {
        if (staff != grant.Rol is not null || (grant.Rol is not null && !gegevens.Rollen.ContainsKey(grant.Rol)))
        {
            yield return $"config/{place}: rol «{grant.Rol}» bestaat niet of hoort hier niet.";
        }

        if (!gegevens.Doelen.TryGetValue(grant.Doel, out var doel))
        {
            yield return $"config/{place}: doel «{grant.Doel}» bestaat niet.";
            yield break;
        }

        var grondslag = grant.Grondslag ?? doel.Grondslag;
        if (grondslag != doel.Grondslag)
        {
            yield return $"config/{place}: grondslag «{grondslag}» is niet die van het doel.";
        }

        if ((grondslag == "TST") != (grant.Voorwaarden?.Toestemming ?? false))
        {
            yield return $"config/{place}: toestemming wordt gevraagd precies wanneer de grondslag TST is, nooit voor een publieke taak (AVG).";
        }

        if (!staff && grant.Voorwaarden?.Opdracht is null)
        {
            yield return $"config/{place}: een partner leest alleen met een opdracht; voorwaarden.opdracht ontbreekt.";
        }

        foreach (var fout in CheckFields(place, grant, gegevens, staff))
        {
            yield return fout;
        }

        foreach (var doelgroep in grant.Voorwaarden?.Doelgroep?.Except(Doelgroepen) ?? [])
        {
            yield return $"config/{place}: doelgroep «{doelgroep}» bestaat niet.";
        }
    }

    private static IEnumerable<string> CheckFields(string place, GrantFile grant, GegevensFile gegevens, bool staff)
    {
        foreach (var (categorie, velden) in grant.Velden)
        {
            if (!gegevens.Categorieen.TryGetValue(categorie, out var bekend))
            {
                yield return $"config/{place}: gegevenscategorie «{categorie}» bestaat niet.";
                continue;
            }

            if (!staff && bekend.Bijzonder == "B")
            {
                yield return $"config/{place}: {categorie} is bijzonder en gaat naar geen partner.";
            }

            foreach (var veld in velden.Where(v => !bekend.Velden.Contains(v) && !(staff && v == "*")))
            {
                yield return $"config/{place}: veld «{categorie}.{veld}» bestaat niet{(veld == "*" ? " («*» is alleen voor rollen van de gemeente)" : string.Empty)}.";
            }
        }

        foreach (var (veld, mits) in grant.Mits ?? [])
        {
            if (!Mitsen.Contains(mits) || !Granted(grant, veld.Split('.')))
            {
                yield return $"config/{place}: mits «{veld}: {mits}» verwijst naar iets wat niet bestaat.";
            }
        }
    }

    // a misspelt field would leave the real one without its condition
    private static bool Granted(GrantFile grant, string[] veld) =>
        grant.Velden.TryGetValue(veld[0], out var velden) && (veld.Length == 1 || velden.Contains(veld[1]));

    private static IEnumerable<string> Doubles(IEnumerable<GrantFile> grants, string file) =>
        grants.GroupBy(g => (g.Rol, g.Doel)).Where(g => g.Skip(1).Any()).Select(g => $"config/{file}: doel «{g.Key.Doel}» staat er twee keer.");

    private static IEnumerable<string> CheckGemeente(string file, GemeenteFile gemeente, GegevensFile gegevens)
    {
        if (gemeente.Gemeentecode != Path.GetFileNameWithoutExtension(file) || gemeente.Gemeentecode.Length != 4)
        {
            yield return $"config/{file}: gemeentecode «{gemeente.Gemeentecode}» is niet de naam van het bestand.";
        }

        if (!Oin.TryParse(gemeente.Oin, out _))
        {
            yield return $"config/{file}: geen OIN van twintig posities.";
        }

        foreach (var client in gemeente.Clients.Where(c => !gegevens.Rollen.ContainsKey(c.Rol)))
        {
            yield return $"config/{file}: rol «{client.Rol}» van {client.ClientId} bestaat niet.";
        }

        foreach (var doelgroep in gemeente.Aanbod.Keys.Except(Doelgroepen))
        {
            yield return $"config/{file}, aanbod: doelgroep «{doelgroep}» bestaat niet.";
        }
    }

    private static IEnumerable<string> DoubleClients(IEnumerable<PartnerFile> partners, IEnumerable<GemeenteFile> gemeenten) =>
        partners.SelectMany(p => p.Instanties.SelectMany(i => i.Clients.Values))
            .Concat(gemeenten.SelectMany(g => g.Clients.Select(c => c.ClientId)))
            .GroupBy(c => c)
            .Where(g => g.Skip(1).Any())
            .Select(g => $"config/: client «{g.Key}» staat er twee keer.");
}
