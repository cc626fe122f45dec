namespace Inburgering.Gateway.Access.Policy;

/// <summary>What a partner is told of a person when an assignment is given to it: never more than the grant it stands in.</summary>
/// <param name="Velden">Category to fields of the grant; "aanbiedingen.verwachteStartdatumOpleiding" is of a list only that part of each line.</param>
/// <param name="Nodig">"PIP.leerroute": without these it waits.</param>
internal sealed record AanmeldingFile(Dictionary<string, List<string>> Velden, List<string> Nodig);

/// <summary>What an aanmelding must obey: nothing beyond its grant, and a partner that can be reached.</summary>
internal static class AanmeldingRules
{
    /// <summary>All of one partner.</summary>
    public static IEnumerable<string> Check(PartnerFile partner, GegevensFile gegevens, Plaats hier)
    {
        var grants = partner.Grants.Select((g, i) => (Grant: g, Plaats: hier["grants"][i]["aanmelding"])).Where(g => g.Grant.Aanmelding is not null).ToArray();
        if (grants.Length > 0 && partner.Verbinding is null)
        {
            yield return hier.Fout("«verbinding» ontbreekt, maar een grant heeft een aanmelding.");
        }

        foreach (var dubbel in grants.GroupBy(g => g.Grant.Voorwaarden?.Opdracht).SelectMany(g => g.Skip(1)))
        {
            yield return dubbel.Plaats.Fout($"voor de taak «{dubbel.Grant.Voorwaarden?.Opdracht}» is er al een aanmelding.");
        }

        foreach (var fout in grants.SelectMany(g => Check(g.Grant, g.Grant.Aanmelding!, gegevens, g.Plaats)))
        {
            yield return fout;
        }
    }

    /// <summary>A role of the gemeente reads; nobody tells it of a person.</summary>
    public static IEnumerable<string> Staff(GrantFile grant, Plaats hier) =>
        grant.Aanmelding is null ? [] : [hier["aanmelding"].Fout("een aanmelding is voor partners.")];

    private static IEnumerable<string> Check(GrantFile grant, AanmeldingFile aanmelding, GegevensFile gegevens, Plaats hier)
    {
        if (grant.Voorwaarden?.Toestemming == true)
        {
            yield return hier.Fout("een aanmelding rust nooit op toestemming.");
        }

        foreach (var (code, namen) in aanmelding.Velden)
        {
            for (var i = 0; i < namen.Count; i++)
            {
                var veld = namen[i].Split('.')[0];
                if (grant.Velden.GetValueOrDefault(code)?.Contains(veld) is not true)
                {
                    yield return hier["velden"][code][i].Fout($"«{code}.{veld}» staat niet in de velden van deze grant.");
                }
                else if (gegevens.Categorieen.GetValueOrDefault(code)?.AlleenVoor?.ContainsKey(veld) is true)
                {
                    yield return hier["velden"][code][i].Fout($"«{code}.{veld}» gaat niet mee: de partnerReferentie noemt de persoon.");
                }
            }
        }

        for (var i = 0; i < aanmelding.Nodig.Count; i++)
        {
            if (aanmelding.Nodig[i].Split('.') is var naam && aanmelding.Velden.GetValueOrDefault(naam[0])?.Any(v => v.Split('.')[0] == naam[1]) is not true)
            {
                yield return hier["nodig"][i].Fout($"«{aanmelding.Nodig[i]}» staat niet bij de velden van deze aanmelding.");
            }
        }
    }
}
