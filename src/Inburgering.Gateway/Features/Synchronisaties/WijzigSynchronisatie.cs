using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Synchronisaties;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Synchronisaties;

/// <summary>Another schedule, a pause, and going on after it: each with a reason that stays.</summary>
internal sealed class WijzigSynchronisatie(
    Synchronisatiehandeling handeling, SynchronisatieStore synchronisaties, Synchronisatieblik blik, AccessDesk desk, Uitvoeringstart start, Verwerking verwerking, Uitwisselklok klok,
    TimeProvider systeemklok)
{
    public const string Inhalen = "inhalen", Overslaan = "overslaan";

    private static readonly TimeSpan LangstePauze = TimeSpan.FromDays(14);
    private static readonly TimeOnly Ochtend = new(6, 0);

    /// <summary>The gemeente's own schedule, or that of config again.</summary>
    public Task<Uitkomst<SynchronisatieView>> RoosterAsync(Caller caller, Guid synchronisatieId, RoosterInvoer invoer, CancellationToken ct) => DoeAsync(
        caller,
        synchronisatieId,
        ookLevering: true,
        (transactie, stand, plan, stop) =>
        {
            if (stand.Versie != invoer.Versie)
            {
                return Task.FromResult<Probleemuitkomst?>(new(Problems.SynchronisatieGewijzigd, "versie"));
            }

            var nieuw = plan with { Rooster = invoer.Rooster?.NaarRooster() ?? plan.Standaard };
            if (ToonRooster.Fouten(nieuw, klok.Nu(stand)) is { Count: > 0 } fouten)
            {
                return Task.FromResult<Probleemuitkomst?>(new(Problems.OngeldigeInvoer, "ongeldig", fouten));
            }

            return StoreAsync(
                transactie,
                stand with { EigenRooster = invoer.Rooster?.NaarRooster(), VolgendeOp = nieuw.Na(stand.Pauze, klok.Nu(stand)) },
                new Synchronisatiewijziging(Synchronisatiewijziging.Rooster, caller.Id, invoer.Reden.Trim()),
                stop);
        },
        ct);

    /// <summary>No slots until then; a run that goes on is not touched.</summary>
    public Task<Uitkomst<SynchronisatieView>> PauzeerAsync(Caller caller, Guid synchronisatieId, PauzeInvoer invoer, CancellationToken ct) => DoeAsync(
        caller,
        synchronisatieId,
        ookLevering: false,
        (transactie, stand, plan, stop) =>
        {
            var nu = systeemklok.GetUtcNow();
            var pauze = new Pauze(stand.Pauze is { Tot: var tot, Vanaf: var vanaf } && tot > nu ? vanaf : nu, invoer.Tot ?? GewonePauze(nu));
            return StoreAsync(
                transactie,
                stand with { Pauze = pauze, VolgendeOp = plan.Na(pauze, nu) },
                new Synchronisatiewijziging(Synchronisatiewijziging.Pauze, caller.Id, invoer.Reden.Trim()),
                stop);
        },
        ct);

    /// <summary>Goes on; what passed in the pause is caught up with in one run, or skipped.</summary>
    public Task<Uitkomst<SynchronisatieView>> HervatAsync(Caller caller, Guid synchronisatieId, HervatInvoer invoer, CancellationToken ct) => DoeAsync(
        caller,
        synchronisatieId,
        ookLevering: false,
        async (transactie, stand, plan, stop) =>
        {
            var nu = systeemklok.GetUtcNow();
            if (stand.Pauze is not { } pauze || pauze.Tot <= nu)
            {
                return null;                                    // it goes on already: a repeat has no second effect
            }

            await StoreAsync(
                transactie,
                stand with { Pauze = null, VolgendeOp = plan.Na(null, nu) },
                new Synchronisatiewijziging(Synchronisatiewijziging.Hervatting, caller.Id, invoer.Reden.Trim()),
                stop);
            if (invoer.Wijze == Inhalen && plan.Momenten(pauze.Vanaf).TakeWhile(m => m <= nu).Any())
            {
                await start.BeginAsync(transactie, stand, new Uitvoeropdracht(null, Uitvoeropdracht.Inhaal, caller.Id, verwerking.TraceId, invoer.Reden.Trim()), stop);
            }

            return null;
        },
        ct);

    /// <summary>How long a pause lasts when nobody says: until tomorrow morning.</summary>
    /// <param name="nu">System clock.</param>
    public static DateTimeOffset GewonePauze(DateTimeOffset nu) => Klok.Volgende(Klok.Middernacht(Klok.Dag(nu).AddDays(1)), Ochtend);

    /// <summary>Every fault of a pause.</summary>
    public IReadOnlyList<InvoerFout> Fouten(PauzeInvoer invoer)
    {
        var nu = systeemklok.GetUtcNow();
        return
        [
            .. Synchronisatiehandeling.Fouten(invoer.Reden),
            .. invoer.Tot is { } tot && (tot <= nu || tot > nu + LangstePauze)
                ? [new InvoerFout("Kies een moment in de toekomst, hoogstens 14 dagen verder.", Pointer: "/tot")]
                : (InvoerFout[])[],
        ];
    }

    /// <summary>Every fault of going on.</summary>
    public static IReadOnlyList<InvoerFout> Fouten(HervatInvoer invoer) =>
    [
        .. Synchronisatiehandeling.Fouten(invoer.Reden),
        .. invoer.Wijze is Inhalen or Overslaan ? (InvoerFout[])[] : [new InvoerFout("Kies inhalen of overslaan.", Pointer: "/wijze")],
    ];

    private async Task<Probleemuitkomst?> StoreAsync(DbTransaction transactie, Synchronisatie nu, Synchronisatiewijziging wijziging, CancellationToken ct)
    {
        await synchronisaties.WijzigAsync(transactie, nu, wijziging, ct);
        return null;
    }

    /// <param name="ookLevering">False: what a partner delivers by itself is refused.</param>
    private async Task<Uitkomst<SynchronisatieView>> DoeAsync(
        Caller caller, Guid synchronisatieId, bool ookLevering, Func<DbTransaction, Synchronisatie, Planning, CancellationToken, Task<Probleemuitkomst?>> werk, CancellationToken ct)
    {
        try
        {
            var gedaan = ookLevering
                ? await handeling.DoeAsync<Synchronisatie>(caller, synchronisatieId, WerkAsync, ct)
                : await handeling.DoeZelfAsync<Synchronisatie>(caller, synchronisatieId, WerkAsync, ct);
            return gedaan.Waarde is null
                ? Uitkomst<SynchronisatieView>.Niet(gedaan.Probleem!, string.Empty, gedaan.Fouten)
                : (await blik.OneAsync(desk.AskUitvoering(caller)!, synchronisatieId, ct))!;
        }
        catch (BezetException)
        {
            verwerking.Besluit = Resultaat.Geweigerd;
            return Uitkomst<SynchronisatieView>.Niet(Problems.AfstemmingLoopt, string.Empty);
        }

        async Task<Uitkomst<Synchronisatie>> WerkAsync(DbTransaction transactie, Synchronisatie stand, Planning plan, CancellationToken stop) =>
            await werk(transactie, stand, plan, stop) is { } niet ? Uitkomst<Synchronisatie>.Niet(niet.Probleem, niet.Reden, niet.AlleFouten) : stand;
    }

    /// <summary>Why nothing was changed.</summary>
    private sealed record Probleemuitkomst(Probleem Probleem, string Reden, IReadOnlyList<InvoerFout>? AlleFouten = null);
}
