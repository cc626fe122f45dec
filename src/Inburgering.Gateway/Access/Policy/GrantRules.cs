namespace Inburgering.Gateway.Access.Policy;

/// <summary>What a grant must obey: its doel, its grondslag, and which fields may ever go to whom (domain f3, f11; security 15).</summary>
internal static class GrantRules
{
    private const string Regie = "REG";

    /// <summary>A grant of a role of the gemeente.</summary>
    public static IEnumerable<string> Staff(GegevensFile gegevens, GrantFile grant, Plaats hier) =>
        (gegevens.Rollen.ContainsKey(grant.Rol!) ? [] : (string[])[hier["rol"].Fout($"rol «{grant.Rol}» bestaat niet.")])
        .Concat(Common(gegevens, grant, hier))
        .Concat(Fields(gegevens, grant.Velden, hier["velden"], veld => Voor(grant, veld)))
        .Concat(AanmeldingRules.Staff(grant, hier));

    /// <summary>A grant of a partner.</summary>
    public static IEnumerable<string> Partner(GegevensFile gegevens, GrantFile grant, string partner, Plaats hier) =>
        (grant.Voorwaarden?.Opdracht is null ? [hier["voorwaarden"]["opdracht"].Fout("ontbreekt: een partner leest alleen met een opdracht.")] : (string[])[])
        .Concat(Common(gegevens, grant, hier))
        .Concat(Fields(gegevens, grant.Velden, hier["velden"], veld => VoorPartner(grant, partner, veld)));

    /// <summary>What goes out to a receiver.</summary>
    public static IEnumerable<string> Outgoing(GegevensFile gegevens, UitgaandFile uitgaand, string ontvanger, Plaats hier) =>
        Doel(gegevens, uitgaand.Doel, uitgaand.Grondslag, hier)
            .Concat(gegevens.Doelen.GetValueOrDefault(uitgaand.Doel) is { Uitwisseling: false } ? [hier["doel"].Fout($"doel «{uitgaand.Doel}» is om te lezen, niet om te verzenden.")] : [])
            .Concat(Fields(gegevens, uitgaand.Velden, hier["velden"], veld => NaarBuiten(ontvanger, veld)));

    private static IEnumerable<string> Common(GegevensFile gegevens, GrantFile grant, Plaats hier)
    {
        foreach (var fout in Doel(gegevens, grant.Doel, grant.Grondslag, hier))
        {
            yield return fout;
        }

        if (gegevens.Doelen.GetValueOrDefault(grant.Doel) is { } doel)
        {
            if (doel.Uitwisseling)
            {
                yield return hier["doel"].Fout($"met doel «{grant.Doel}» leest niemand een dossier.");
            }

            foreach (var fout in Toestemming(gegevens, grant, gegevens.Grondslagen.GetValueOrDefault(doel.Grondslag) is { IsToestemming: true }, hier))
            {
                yield return fout;
            }
        }

        foreach (var (deel, mits) in (grant.Mits ?? []).Where(m => !Fits(grant, m.Key, m.Value)))
        {
            yield return hier["mits"][deel].Fout($"mits «{deel}: {mits}» verwijst naar iets wat niet bestaat.");
        }
    }

    private static IEnumerable<string> Doel(GegevensFile gegevens, string doel, string? grondslag, Plaats hier)
    {
        if (!gegevens.Doelen.TryGetValue(doel, out var bekend))
        {
            yield return hier["doel"].Fout($"doel «{doel}» bestaat niet.");
        }
        else if (grondslag is not null && grondslag != bekend.Grondslag)
        {
            yield return hier["grondslag"].Fout($"grondslag «{grondslag}» is niet die van het doel.");
        }
    }

    /// <summary>Consent is asked exactly where it is the grondslag, and only for what may rest on it (domain f11).</summary>
    private static IEnumerable<string> Toestemming(GegevensFile gegevens, GrantFile grant, bool gevraagd, Plaats hier)
    {
        if (gevraagd != (grant.Voorwaarden?.Toestemming ?? false))
        {
            yield return hier["voorwaarden"]["toestemming"].Fout("toestemming wordt gevraagd precies wanneer zij de grondslag is, nooit voor een publieke taak (AVG).");
        }

        foreach (var (plaats, veld) in gevraagd ? Granted(gegevens, grant.Velden, hier["velden"]) : [])
        {
            if (veld.Categorie.OpToestemming?.Contains(veld.Naam) is not true)
            {
                yield return plaats.Fout($"{veld} mag nooit op toestemming rusten.");
            }
        }
    }

    private static IEnumerable<string> Fields(GegevensFile gegevens, Dictionary<string, List<string>> velden, Plaats hier, Func<Veld, string?> bezwaar)
    {
        foreach (var (code, namen) in velden)
        {
            if (!gegevens.Categorieen.TryGetValue(code, out var categorie))
            {
                yield return hier[code].Fout($"gegevenscategorie «{code}» bestaat niet.");
                continue;
            }

            for (var i = 0; i < namen.Count; i++)
            {
                if (namen[i] != "*" && !categorie.Velden.Contains(namen[i]))
                {
                    yield return hier[code][i].Fout($"veld «{code}.{namen[i]}» bestaat niet.");
                }
            }
        }

        foreach (var (plaats, veld) in Granted(gegevens, velden, hier))
        {
            if (bezwaar(veld) is { } zin)
            {
                yield return plaats.Fout(zin);
            }
        }
    }

    /// <summary>Each field that is granted, and where that stands; "*" gives them all.</summary>
    private static IEnumerable<(Plaats Plaats, Veld Veld)> Granted(GegevensFile gegevens, Dictionary<string, List<string>> velden, Plaats hier) =>
        from groep in velden
        where gegevens.Categorieen.ContainsKey(groep.Key)
        let categorie = gegevens.Categorieen[groep.Key]
        from i in Enumerable.Range(0, groep.Value.Count)
        from naam in categorie.Velden
        where groep.Value[i] == naam || groep.Value[i] == "*"
        select (hier[groep.Key][i], new Veld(groep.Key, categorie, naam, groep.Value[i] == "*"));

    private static string? Voor(GrantFile grant, Veld veld)
    {
        if (veld.IsVrij && grant.Rol != Regie)
        {
            return $"{veld} is vrije tekst en gaat alleen naar {Regie} en de afzender.";
        }

        return veld.Categorie.Bijzonder == "B" && grant.Voorwaarden?.Scope is null ? $"{veld} is bijzonder en vraagt een eigen scope (voorwaarden.scope)." : null;
    }

    private static string? VoorPartner(GrantFile grant, string partner, Veld veld)
    {
        if (veld.Alles)
        {
            return $"«{veld.Code}.*»: «*» is alleen voor rollen van de gemeente.";
        }

        if (veld.IsVrij && !(veld.Categorie.Bronhouders.Contains(partner) && grant.Mits?.GetValueOrDefault(veld.Code) == Mits.EigenLevering))
        {
            return $"{veld} is vrije tekst en gaat alleen naar {Regie} en de afzender.";
        }

        return BuitenDeDeur(partner, veld)
            ?? (veld.IsNummer && grant.Mits?.GetValueOrDefault(veld.ToString()) != Mits.Keurmerk ? $"{veld} gaat alleen met mits «{Mits.Keurmerk}» naar een partner." : null);
    }

    private static string? NaarBuiten(string ontvanger, Veld veld)
    {
        if (veld.Alles)
        {
            return $"«{veld.Code}.*»: «*» is alleen voor rollen van de gemeente.";
        }

        return veld.IsVrij ? $"{veld} is vrije tekst en gaat alleen naar {Regie} en de afzender." : BuitenDeDeur(ontvanger, veld);
    }

    private static string? BuitenDeDeur(string wie, Veld veld)
    {
        if (veld.Categorie.Bijzonder == "B")
        {
            return $"{veld.Code} is bijzonder en gaat naar geen partner.";
        }

        return veld.IsNummer && !veld.Categorie.AlleenVoor![veld.Naam].Contains(wie) ? $"{veld} gaat niet naar «{wie}»." : null;
    }

    // a misspelt field would leave the real one without its condition, and a word in the wrong place would not be looked at
    private static bool Fits(GrantFile grant, string deel, string mits)
    {
        var veld = deel.Split('.');
        return grant.Velden.TryGetValue(veld[0], out var velden) && (mits == Mits.Keurmerk ? veld.Length == 2 && velden.Contains(veld[1]) : veld.Length == 1);
    }

    /// <param name="Alles">It stood there as "*".</param>
    private sealed record Veld(string Code, CategorieFile Categorie, string Naam, bool Alles)
    {
        public bool IsVrij => Categorie.VrijeTekst?.Contains(Naam) is true;

        /// <summary>A number that only named partners may ever get.</summary>
        public bool IsNummer => Categorie.AlleenVoor?.ContainsKey(Naam) is true;

        public override string ToString() => $"{Code}.{Naam}";
    }
}
