using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;

namespace Inburgering.Gateway.Tests.Features;

/// <summary>Everything one case asks, each question once about the person and, where the rule refuses it, once about nobody.</summary>
/// <param name="aantallen">"dossier/lijst" or "vrager/lijst" to how many rows there are.</param>
internal sealed class Vragenproef(HttpClient client, Handregel regel, IReadOnlyDictionary<string, long> aantallen)
{
    private const string Zoek = "/v1/dossiers/_zoek";
    private static readonly string[] AvgLijsten = ["correctietaken", "rectificaties", "bewaarplichten", "bezwaren", "beperkingen"];
    private readonly ConcurrentDictionary<string, Task<Blik>> overNiemand = new();
    private int getoond;
    private int geweigerd;

    /// <summary>Fields that an answer showed.</summary>
    public int Getoond => getoond;

    /// <summary>Questions that were refused as the rule says.</summary>
    public int Geweigerd => geweigerd;

    /// <summary>Asks everything this caller can ask about this person.</summary>
    public async Task KloptAsync(string vrager, string token, Proefpersoon persoon, Dossierkeuze stand)
    {
        var id = Handregel.IsPartner(vrager) ? persoon.Partners[vrager].ExternId : persoon.DossierId;
        await Parallel.ForEachAsync(Lezen(vrager, id, persoon, stand).Concat(Lijsten(vrager, persoon.DossierId, stand)), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (vraag, _) =>
        {
            var echt = await Blik.VraagAsync(client, token, vraag.Pad(vraag.Echt), vraag.Inhoud?.Invoke(vraag.Echt));
            if (vraag.Mag)
            {
                Toegestaan($"{vrager} {vraag.Naam}", vraag, echt);
                return;
            }

            var niemand = await overNiemand.GetOrAdd($"{vrager} {vraag.Naam}", _ => Blik.VraagAsync(client, token, vraag.Pad(vraag.Niemand), vraag.Inhoud?.Invoke(vraag.Niemand)));
            Assert.True(echt.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, $"{vrager} {vraag.Naam}: {echt.Status}, de regel weigert.");
            Assert.True(echt.ZonderNummer == niemand.ZonderNummer, $"{vrager} {vraag.Naam}: een bestaand nummer antwoordt anders dan een verzonnen.");
            Interlocked.Increment(ref geweigerd);
        });
    }

    private void Toegestaan(string wie, Vraag vraag, Blik antwoord)
    {
        Assert.True(antwoord.Status == HttpStatusCode.OK, $"{wie}: {antwoord.Status}, de regel staat het toe.");
        var velden = antwoord.Velden.ToArray();
        Assert.All(velden, v => Assert.True(vraag.Veld?.Invoke(v.Categorie, v.Veld, v.Bron) == true, $"{wie} toont {v}."));
        Interlocked.Add(ref getoond, velden.Length);
        if (vraag.Rijen is { } rijen)
        {
            using var lijst = JsonDocument.Parse(antwoord.Tekst);
            Assert.True(lijst.RootElement.GetProperty(vraag.Naam).GetArrayLength() == aantallen[rijen], $"{wie}: {lijst.RootElement.GetProperty(vraag.Naam).GetArrayLength()} van {aantallen[rijen]} rijen.");
        }
    }

    private IEnumerable<Vraag> Lezen(string vrager, string id, Proefpersoon persoon, Dossierkeuze stand)
    {
        var verzonnen = Guid.NewGuid().ToString();
        foreach (var doel in Handregel.Doelen(vrager))
        {
            var veld = regel.Lezen(vrager, doel, stand);
            yield return new Vraag($"dossier {doel}", n => $"/v1/dossiers/{n}?doel={doel}", id, verzonnen, veld is not null) { Veld = veld };
            if (Handregel.IsPartner(vrager))
            {
                yield return new Vraag($"referentie {doel}", _ => Zoek, persoon.Partners[vrager].Referentie, "PR-0000000000", regel.MagZoeken(vrager, doel, stand, opBsn: false))
                {
                    Inhoud = n => new { partnerReferentie = n, doel },
                };
                yield return new Vraag($"inner {doel}", n => $"/v1/dossiers/{n}?doel={doel}", persoon.DossierId, verzonnen, Mag: false);
            }

            yield return new Vraag($"bsn {doel}", _ => Zoek, persoon.Bsn, Proefpersoon.Nummers().First(), vrager != "vwn-1708" && regel.MagZoeken(vrager, doel, stand, opBsn: true))
            {
                Inhoud = n => new { bsn = n, doel },
            };
        }
    }

    private IEnumerable<Vraag> Lijsten(string vrager, string dossier, Dossierkeuze stand)
    {
        var (niemand, regie, toezicht, systeem) = (Guid.NewGuid().ToString(), regel.MagRegie(vrager, stand), regel.MagToezicht(vrager), vrager == "zaaksysteem-1708");
        Vraag Van(string naam, bool mag, string pad) => new(naam, n => $"/v1/dossiers/{n}/{pad}", dossier, niemand, mag);
        yield return Van("opdrachten", regie, "opdrachten") with { Rijen = $"{dossier}/opdrachten" };
        yield return Van("toestemmingen", regie, "toestemmingen") with { Rijen = $"{dossier}/toestemmingen" };
        yield return Van("inzagen", regie, "inzagen?doel=regie-voeren");
        yield return Van("inzagen toezicht", toezicht && stand.Bezwaar != "toezicht-gebruik", "inzagen?doel=toezicht-gebruik");
        foreach (var lijst in AvgLijsten)
        {
            // the rights of the person are a duty of the role, whatever its grants say
            yield return Van(lijst, systeem, lijst) with { Rijen = $"{dossier}/{lijst}" };
        }

        var inzage = regel.Inzage(vrager, stand);
        yield return Van("inzage-export", inzage is not null, "inzage-exporten") with { Inhoud = _ => new { zaaknummer = "A-1" }, Veld = inzage };
        yield return new Vraag("logregels", _ => "/v1/logregels/_zoek", dossier, niemand, toezicht) { Inhoud = n => new { dossier = n } };
        yield return new Vraag("logexport", _ => "/v1/logregels/_exporteer", dossier, niemand, toezicht) { Inhoud = n => new { dossier = n, actie = "exporteren" } };
        if (Handregel.IsPartner(vrager))
        {
            yield return new Vraag("correctietaken", _ => "/v1/partner/correctietaken", dossier, niemand, Mag: true) { Rijen = $"{vrager}/correctietaken" };
        }
    }

    /// <param name="Naam">What is asked; of a list also its name in the answer.</param>
    /// <param name="Pad">The address, of a number.</param>
    /// <param name="Echt">The person's number.</param>
    /// <param name="Niemand">One that nobody has.</param>
    private sealed record Vraag(string Naam, Func<string, string> Pad, string Echt, string Niemand, bool Mag)
    {
        /// <summary>The body, of a number; null: a GET.</summary>
        public Func<string, object>? Inhoud { get; init; }

        /// <summary>Which fields the answer may show; null: none.</summary>
        public Func<string, string, string, bool>? Veld { get; init; }

        /// <summary>Which count its list must have.</summary>
        public string? Rijen { get; init; }
    }
}
