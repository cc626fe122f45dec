using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Wiring.Partnerpaginas;

/// <summary>What goes in and out at one partner, per message and field, by which right, how long it is kept and who else gets it: Markdown, from what the adapter declares and the policy says.</summary>
internal sealed class Partnerpagina(Beleid beleid, IPartner partner)
{
    private readonly PartnerFile file = beleid.Partners[partner.Key];
    private readonly Poortlijst poorten = Poortlijst.Van(partner);
    private readonly Beleidstekst tekst = new(beleid);

    /// <summary>The page, with a line end at its end.</summary>
    public string Tekst() => string.Join('\n', Kop().Concat(Wie()).Concat(Levert()).Concat(Opgevraagd()).Concat(Leest()).Concat(Gemeld()).Concat(Bestanden()).Concat(Bewaard())) + "\n";

    private string Uitleg => Berichtvoorbeelden.HeeftUitleg(partner)
        ? $"[adapters/{Berichtvoorbeelden.Map(partner)}/README.md](../../adapters/{Berichtvoorbeelden.Map(partner)}/README.md)"
        : $"[docs/{partner.Key}.md](../{partner.Key}.md)";

    private IEnumerable<string> Kop() =>
    [
        $"# {file.Naam}: wat er in en uit gaat",
        string.Empty,
        $"Gemaakt met `./gateway partner beschrijf {partner.Key}` uit `adapters/{Berichtvoorbeelden.Map(partner)}/`, `config/partners/{partner.Key}.json` en `config/gegevens.json`: wijzig het daar.",
        $"Wat van deze partner is gedocumenteerd en wat is aangenomen: {Uitleg}.",
    ];

    private IEnumerable<string> Wie() =>
    [
        .. Beleidstekst.Deel("Wie"),
        .. Beleidstekst.Tabel(
            ["organisatie", "OIN", "client per gemeente"],
            file.Instanties.Select(i => new[] { i.Naam, i.Oin, i.Clients.Count == 0 ? "geen" : string.Join(", ", i.Clients.Select(c => c.Key == "*" ? $"`{c.Value}` (alle gemeenten)" : $"`{c.Value}` ({beleid.Gemeenten[c.Key].Naam})")) })),
        .. file.Instanties.Where(i => i.Gebruikers != "geen").SelectMany(i => new[] { string.Empty, Gebruikers(i) }),
    ];

    private static string Gebruikers(InstantieFile instantie) =>
        $"{instantie.Naam} noemt wie van haar gebruikers vraagt (`act`); die leest, zoekt en levert alleen over zijn eigen caseload. "
        + (instantie.Gebruikers == "verplicht" ? "Zonder gebruiker leest zij niets." : "Zonder gebruiker geldt wat hieronder staat voor al haar lopende opdrachten.");

    private IEnumerable<string> Levert()
    {
        var typen = poorten.Berichten.Where(b => file.Levert?.Van(b.Key) is not null).ToArray();
        if (typen.Length == 0)
        {
            return [];
        }

        var voorbeelden = Berichtvoorbeelden.Van(partner).ToLookup(v => v.Type);
        return
        [
            .. Beleidstekst.Deel("In: wat deze partner levert"),
            "Ieder bericht is één CloudEvent op `POST /v1/berichten`. De velden zijn die van de voorbeelden in de map van de adapter.",
            .. typen.SelectMany(type => Type(type.Key, type.Value.Betekenis, [.. voorbeelden[type.Key]])),
            .. poorten.Rijen is { } rijen ? Rijen(rijen) : [],
        ];
    }

    private IEnumerable<string> Type(string type, string betekenis, Berichtvoorbeeld[] voorbeelden)
    {
        var velden = voorbeelden.SelectMany(v => Veldnamen.Van(v.Bericht["data"]!)).Distinct();
        var plaatsen = voorbeelden.SelectMany(v => v.Gelezen.Personen).SelectMany(p => p.Records).SelectMany(Normalizer.Of)
            .SelectMany(groep => groep.Velden.Select(veld => $"{groep.Categorie}.{veld.Key}")).Distinct().Order(StringComparer.Ordinal);
        return
        [
            string.Empty,
            $"### `{Partnerbericht.Voorvoegsel}{type}`",
            string.Empty,
            $"Zegt: «{betekenis}».",
            tekst.Recht(file.Levert!.Van(type)!, file.Grants.FirstOrDefault(g => g.Doel == file.Levert.Van(type)!.Doel)),
            string.Empty,
            .. Beleidstekst.Tabel(["velden in `data`", "staat in het dossier als"], [[Beleidstekst.Code(velden), Beleidstekst.Code(plaatsen)]]),
        ];
    }

    private static IEnumerable<string> Rijen(Rijvorm rijen) =>
    [
        string.Empty,
        "### Bestand",
        string.Empty,
        $"`POST /v1/leveringsbestanden`: iedere rij is een bericht `{Partnerbericht.Voorvoegsel}{rijen.Type}`. Kolommen: {Beleidstekst.Code(rijen.Kolommen.Select(k => k.Naam))}.",
    ];

    private IEnumerable<string> Opgevraagd()
    {
        var regels = poorten.Records.Select(r => new[] { r.Name, Beleidstekst.Code(Veldnamen.Van(r)) }).ToArray();
        IEnumerable<string> meldt = poorten.Meldt
            ? [.. Beleidstekst.Deel("In: wat deze partner meldt"), $"Notificaties op `POST /v1/notificaties`, zonder inhoud: {Beleidstekst.Code(Veldnamen.Melding)}. Wat er veranderd is, vragen wij daarna op."]
            : [];
        return regels.Length == 0
            ? meldt
            : [.. meldt, .. Beleidstekst.Deel("In: wat wij opvragen"), tekst.Recht(file.Levert!, null), string.Empty, .. Beleidstekst.Tabel(["gegeven", "velden"], regels)];
    }

    private IEnumerable<string> Leest() => file.Grants.Count == 0
        ? [.. Beleidstekst.Deel("Uit: wat deze partner leest"), "Niets: deze partner leest geen dossier."]
        : [.. Beleidstekst.Deel("Uit: wat deze partner leest").SkipLast(1), .. file.Grants.SelectMany(Grant)];

    private IEnumerable<string> Grant(GrantFile grant) =>
    [
        string.Empty,
        $"### {tekst.Doel(grant.Doel)}",
        string.Empty,
        tekst.Recht(grant),
        string.Empty,
        .. Beleidstekst.Tabel(["gegevenscategorie", "velden", "mits"], grant.Velden.Select(v => new[] { tekst.Categorie(v.Key), Beleidstekst.Code(v.Value), Beleidstekst.Mits(grant, v.Key) })),
        .. grant.Aanmelding is { } aanmelding ? Aanmelding(aanmelding) : [],
    ];

    private IEnumerable<string> Aanmelding(AanmeldingFile aanmelding) =>
    [
        string.Empty,
        $"Bij een nieuwe opdracht krijgt de partner hiervan één keer een aanmelding (`{AanmeldingSink.Type}`); zij wacht op {Beleidstekst.Code(aanmelding.Nodig)}.",
        string.Empty,
        .. Beleidstekst.Tabel(["gegevenscategorie", "velden in de aanmelding"], aanmelding.Velden.Select(v => new[] { tekst.Categorie(v.Key), Beleidstekst.Code(v.Value) })),
    ];

    private IEnumerable<string> Gemeld()
    {
        var meldingen = poorten.Meldingen.Select(m => new[] { $"`{Melding.SoortVan(m)}`", Beleidstekst.Code(Veldnamen.Van(m)) }).ToArray();
        return
        [
            .. (file.Uitgaand ?? []).SelectMany(u => (IEnumerable<string>)
            [
                .. Beleidstekst.Deel($"Uit: wat wij melden voor {tekst.Doel(u.Doel)}"),
                tekst.Recht(u),
                string.Empty,
                .. Beleidstekst.Tabel(["gegevenscategorie", "velden"], u.Velden.Select(v => new[] { tekst.Categorie(v.Key), Beleidstekst.Code(v.Value) })),
            ]),
            .. meldingen.Length == 0 ? [] : (IEnumerable<string>)[string.Empty, .. Beleidstekst.Tabel(["melding", "inhoud"], meldingen)],
        ];
    }

    private IEnumerable<string> Bestanden()
    {
        string[][] regels =
        [
            .. poorten.Geschreven.Select(b => new[] { "uit", $"`{b.Name}`", Beleidstekst.Code(Veldnamen.Van(b)) }),
            .. poorten.Gelezen.Select(b => new[] { "in", $"`{b.Name}`", Beleidstekst.Code(Veldnamen.Van(b)) }),
        ];
        return regels.Length == 0 ? [] : [.. Beleidstekst.Deel("Bestanden"), .. Beleidstekst.Tabel(["richting", "bestand", "wat wij ervan kennen"], regels)];
    }

    private IEnumerable<string> Bewaard()
    {
        var codes = (file.Levert is { } levert ? (levert.Typen ?? []).Keys.Select(type => levert.Van(type)!).Append(levert).SelectMany(l => l.Categorieen) : []).Distinct().Order(StringComparer.Ordinal).ToArray();
        return codes.Length == 0
            ? []
            :
            [
                .. Beleidstekst.Deel("Hoe lang bewaard, en wie het verder krijgt"),
                $"Een bericht zelf: {Beleidstekst.Duur(beleid.Gegevens.Berichtinhoud)} nadat het verwerkt is. Wat het dossier ervan houdt:",
                string.Empty,
                .. Beleidstekst.Tabel(["gegevenscategorie", "gevoelig", "bewaard", "gaat verder naar"], codes.Select(code => new[] { tekst.Categorie(code), tekst.Gevoelig(code), tekst.Bewaartermijn(code), tekst.Verder(code, partner.Key) })),
            ];
    }
}
