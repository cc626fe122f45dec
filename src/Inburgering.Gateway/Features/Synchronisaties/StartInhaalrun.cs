using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Synchronisaties;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Synchronisaties;

/// <summary>A period that has passed is fetched once more, beside what runs by itself; over many persons only when a second person agrees.</summary>
internal sealed class StartInhaalrun(
    Synchronisatiehandeling handeling, SynchronisatieStore synchronisaties, Uitvoeringstart start, LeesSynchronisaties lees, Verwerking verwerking, Afstemsignaal signaal)
{
    /// <summary>How many persons it would be about; nothing begins.</summary>
    public Task<Uitkomst<InhaalramingView>> RaamAsync(Caller caller, Guid synchronisatieId, InhaalramingInvoer invoer, CancellationToken ct) => handeling.DoeZelfAsync<InhaalramingView>(
        caller,
        synchronisatieId,
        async (transactie, stand, _, stop) =>
        {
            var personen = await Uitvoeringstart.TelAsync(transactie, stand, Inhaalperioden.Of(invoer.Van, invoer.Tot), stop);
            return new InhaalramingView(personen, personen > Uitvoeringstart.ZonderTweede);
        },
        ct);

    public Task<Uitkomst<UitvoeringView>> BeginAsync(Caller caller, Guid synchronisatieId, InhaalInvoer invoer, CancellationToken ct) => DoeAsync(
        caller,
        synchronisatieId,
        async (werk, stop) =>
        {
            var reden = invoer.Reden.Trim();
            var opdracht = Opdracht(caller.Id, reden, Inhaalperioden.Of(invoer.Van, invoer.Tot));
            if (await start.BeginAsync(werk.Transactie, werk.Stand, opdracht, stop) is not { Id: { } id })
            {
                return Uitkomst<Uitvoering>.Niet(Problems.InhaalrunLoopt, Uitvoeringredenen.LooptNog);
            }

            verwerking.Informatie = [.. verwerking.Informatie, $"uitvoering:{id}"];
            await synchronisaties.BewaarAsync(
                werk.Transactie, werk.Stand, new Synchronisatiewijziging(Synchronisatiewijziging.Inhaalverzoek, caller.Id, reden) { UitvoeringId = id }, stop);
            return await OneAsync(werk, id, stop);
        },
        ct);

    /// <summary>Yes or no of a second person; of who asked for it it is refused.</summary>
    public Task<Uitkomst<UitvoeringView>> BeslisAsync(Caller caller, Guid synchronisatieId, Guid uitvoeringId, InhaalbesluitInvoer invoer, CancellationToken ct) => DoeAsync(
        caller,
        synchronisatieId,
        async (werk, stop) =>
        {
            if (await SynchronisatieLezer.OneAsync(werk.Transactie, caller.Gemeentecode, synchronisatieId, uitvoeringId, stop) is not { Periode: { } periode } uitvoering)
            {
                return Uitkomst<Uitvoering>.Niet(Problems.UitvoeringOnbekend, "onbekend");
            }

            if (uitvoering.Status != Uitvoeringstatus.WachtOpAkkoord)
            {
                return Uitkomst<Uitvoering>.Niet(Problems.InhaalrunBeslist, "voorbij");
            }

            if (uitvoering.GestartDoor == caller.Id)
            {
                return Uitkomst<Uitvoering>.Niet(Problems.EigenVerzoek, "eigen-verzoek");
            }

            var reden = invoer.Reden.Trim();
            await synchronisaties.BewaarAsync(
                werk.Transactie,
                werk.Stand,
                new Synchronisatiewijziging(invoer.Akkoord ? Synchronisatiewijziging.Akkoord : Synchronisatiewijziging.Afwijzing, caller.Id, reden) { UitvoeringId = uitvoeringId },
                stop);
            if (invoer.Akkoord)
            {
                await start.AkkoordAsync(werk.Transactie, werk.Stand, Opdracht(uitvoering.GestartDoor, reden, Inhaalperioden.Of(periode.Van, periode.Tot)), uitvoeringId, stop);
            }
            else
            {
                await start.NietAsync(werk.Transactie, werk.Stand, uitvoeringId, Uitvoeringstatus.Afgewezen, stop);
            }

            return await OneAsync(werk, uitvoeringId, stop);
        },
        ct);

    private Uitvoeropdracht Opdracht(string door, string reden, Inhaalperiode periode) =>
        new(null, Uitvoeropdracht.Inhaalrun, door, verwerking.TraceId, reden) { Periode = periode };

    private static async Task<Uitvoering> OneAsync(Werk werk, Guid uitvoeringId, CancellationToken ct) =>
        (await SynchronisatieLezer.OneAsync(werk.Transactie, werk.Stand.Gemeentecode, werk.Stand.SynchronisatieId, uitvoeringId, ct))!;

    private async Task<Uitkomst<UitvoeringView>> DoeAsync(Caller caller, Guid synchronisatieId, Func<Werk, CancellationToken, Task<Uitkomst<Uitvoering>>> doe, CancellationToken ct)
    {
        try
        {
            var uitkomst = await handeling.DoeZelfAsync<Uitvoering>(caller, synchronisatieId, (transactie, stand, _, stop) => doe(new Werk(transactie, stand), stop), ct);
            signaal.Wek();
            return await lees.NaAsync(caller, uitkomst, ct);
        }
        catch (BezetException)
        {
            verwerking.Besluit = Resultaat.Geweigerd;
            return Uitkomst<UitvoeringView>.Niet(Problems.InhaalrunLoopt, Uitvoeringredenen.LooptNog);
        }
    }

    /// <summary>The exchange, held, and the transaction that holds it.</summary>
    private sealed record Werk(System.Data.Common.DbTransaction Transactie, Synchronisatie Stand);
}
