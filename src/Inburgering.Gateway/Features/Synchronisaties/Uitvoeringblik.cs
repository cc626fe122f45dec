using Inburgering.Gateway.Access;
using Inburgering.Gateway.Features.Afstemmingen;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Synchronisaties;

namespace Inburgering.Gateway.Features.Synchronisaties;

/// <summary>Makes views of runs: with their tries, who started them and, of one, its story.</summary>
internal sealed class Uitvoeringblik(SynchronisatieHistorie historie, CallerRegister register, TimeProvider systeemklok)
{
    /// <param name="gewoonten">What is usual for each exchange; one that never ran whole is not in it.</param>
    public async Task<IReadOnlyList<UitvoeringView>> OfAsync(Question vraag, IReadOnlyCollection<Uitvoering> uitvoeringen, IReadOnlyDictionary<Guid, Gewoonte> gewoonten, CancellationToken ct)
    {
        var wachten = await historie.WachtmomentenAsync(vraag, [.. uitvoeringen.Select(u => u.UitvoeringId)], ct);
        var namen = await historie.NamenAsync(vraag, [.. uitvoeringen.Select(u => u.GestartDoor).Distinct()], ct);
        return [.. uitvoeringen.Select(u => Of(u, wachten[u.UitvoeringId].Count(), namen, gewoonten.GetValueOrDefault(u.SynchronisatieId)))];
    }

    /// <summary>One, with its story.</summary>
    public async Task<UitvoeringView> OfAsync(Question vraag, Uitvoering uitvoering, IReadOnlyDictionary<Guid, Gewoonte> gewoonten, CancellationToken ct)
    {
        var wachten = (await historie.WachtmomentenAsync(vraag, [uitvoering.UitvoeringId], ct))[uitvoering.UitvoeringId].ToArray();
        var namen = await historie.NamenAsync(vraag, [uitvoering.GestartDoor], ct);
        var view = Of(uitvoering, wachten.Length, namen, gewoonten.GetValueOrDefault(uitvoering.SynchronisatieId));
        return view with { Verloop = [.. Verloop(view, wachten).OrderBy(v => v.Op)] };
    }

    /// <summary>Who it is, in words.</summary>
    /// <param name="namen">Of the employees of this gemeente.</param>
    public static string Naam(string door, IReadOnlyDictionary<string, string> namen) => namen.GetValueOrDefault(door) ?? $"het systeem {door}";

    private static bool Begon(Uitvoeringstatus status) => status is not (Uitvoeringstatus.Overgeslagen or Uitvoeringstatus.WachtOpAkkoord or Uitvoeringstatus.Afgewezen);

    private IEnumerable<VoorvalView> Verloop(UitvoeringView view, Wachtmoment[] wachten)
    {
        if (view.Aanleiding == Uitvoeropdracht.Levering)
        {
            foreach (var voorval in Leververloop(view))
            {
                yield return voorval;
            }

            yield break;
        }

        if (view.Poging is null)
        {
            yield return new VoorvalView(view.BegonnenOp, view.Stand);
            yield break;
        }

        yield return new VoorvalView(view.BegonnenOp, $"Begonnen door {view.GestartDoorNaam}.");
        var tot = view.GeeindigdOp ?? systeemklok.GetUtcNow();
        for (var i = 0; i < wachten.Length; i++)
        {
            var voorbij = wachten[i].Tot <= tot;
            yield return new VoorvalView(wachten[i].Van, $"{Afstemwoorden.Reden(wachten[i].Reden)!.Wat} {(voorbij ? "Gewacht" : "Wacht")} tot {Tijdwoorden.Tijd(wachten[i].Tot)} uur.");
            if (voorbij)
            {
                yield return new VoorvalView(wachten[i].Tot, $"Poging {i + 2} begonnen.");
            }
        }

        if (view.GeeindigdOp is { } einde)
        {
            yield return new VoorvalView(einde, view.Stand);
        }
    }

    private static IEnumerable<VoorvalView> Leververloop(UitvoeringView view)
    {
        if (view.Ontvangen > 0)
        {
            yield return new VoorvalView(view.BegonnenOp, $"Eerste bericht van {view.GestartDoorNaam} ontvangen.");
        }

        if (view.GeeindigdOp is { } einde)
        {
            yield return new VoorvalView(einde, view.Stand);
        }
    }

    private string Wie(Uitvoering uitvoering, IReadOnlyDictionary<string, string> namen) => uitvoering.Aanleiding switch
    {
        Uitvoeropdracht.Rooster => "het rooster",
        Uitvoeropdracht.Levering => register.Zoek(uitvoering.GestartDoor)?.Naam ?? uitvoering.GestartDoor,
        _ => Naam(uitvoering.GestartDoor, namen),
    };

    private UitvoeringView Of(Uitvoering uitvoering, int wachten, IReadOnlyDictionary<string, string> namen, Gewoonte? gewoonte)
    {
        var leeg = Standbepaling.IsVerdachtLeeg(uitvoering, gewoonte);
        var poging = Begon(uitvoering.Status) ? (int?)(wachten + 1) : null;
        return new UitvoeringView
        {
            UitvoeringId = uitvoering.UitvoeringId,
            SynchronisatieId = uitvoering.SynchronisatieId,
            Moment = uitvoering.Moment,
            Aanleiding = uitvoering.Aanleiding,
            VervolgVan = uitvoering.VervolgVan,
            PeriodeVan = uitvoering.Periode?.Van,
            PeriodeTot = uitvoering.Periode?.Tot,
            GestartDoor = uitvoering.GestartDoor,
            GestartDoorNaam = Wie(uitvoering, namen),
            Toelichting = uitvoering.Toelichting,
            BegonnenOp = uitvoering.BegonnenOp,
            GeeindigdOp = uitvoering.GeeindigdOp,
            Status = leeg ? Synchronisatiewoorden.Code(Synchronisatiestand.VerdachtLeeg) : Synchronisatiewoorden.Status(uitvoering.Status),
            Stand = leeg ? Synchronisatiewoorden.Leeg : Synchronisatiewoorden.Afloop(uitvoering, poging ?? 0, systeemklok.GetUtcNow()),
            Reden = uitvoering.Reden,
            WachtTot = uitvoering.WachtTot,
            Poging = poging,
            Ontvangen = uitvoering.Telling.Ontvangen,
            Gedaan = uitvoering.Telling.Gedaan,
            Nieuw = uitvoering.Telling.Nieuw,
            Gewijzigd = uitvoering.Telling.Gewijzigd,
            Gelijk = uitvoering.Telling.Gelijk,
            Verschillend = uitvoering.Telling.Verschillend,
            Afgekeurd = uitvoering.Telling.Afgekeurd,
            Tegengehouden = uitvoering.Telling.Tegengehouden,
            Telling = Synchronisatiewoorden.Som(uitvoering.Telling),
        };
    }
}
