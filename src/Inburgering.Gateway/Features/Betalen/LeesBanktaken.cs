using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Logboek;
using Inburgering.Gateway.Storage.Betalen;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>What a person has to do about what the bank said and about decisions; a line for each person that it is about.</summary>
internal sealed class LeesBanktaken(AccessDesk desk, BanktaakStore store, Bankkanalen kanalen, KanaalStore kanaalstand, Lijstregels lijst)
{
    /// <summary>Who has more open than this begins at the top.</summary>
    private const int Meeste = 100;

    public async Task<Uitkomst<BanktakenView>> HandleAsync(Caller caller, CancellationToken ct)
    {
        if (desk.AskOntzorgen(caller) is not { } vraag)
        {
            return Uitkomst<BanktakenView>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        var view = new BanktakenView(
            [.. (await store.ReadOpenAsync(vraag, Meeste, ct)).Select(s => BanksignaalView.Of(s) with { DossierId = s.DossierId })],
            [.. (await store.ReadStopsAsync(vraag, ct)).Select(s => new BetaalstopView(s.Nummer, s.Profiel, s.DossierId, s.Op))])
        {
            Kanaal = await KanaalAsync(vraag, ct),
        };
        await lijst.LegVastAsync(view.Dossiers, view.GeleverdeVelden(), ct);
        return view;
    }

    private async Task<BankkanaalView?> KanaalAsync(Question vraag, CancellationToken ct)
    {
        if (kanalen.Van(vraag.Caller.Gemeentecode) is not var (kanaal, _))
        {
            return null;
        }

        var stand = await kanaalstand.FindAsync(vraag, ct);
        return new BankkanaalView(kanaal.Soort, stand?.GoedOp, stand?.FoutSinds);
    }
}

/// <summary>Wat er te doen is.</summary>
/// <param name="Signalen">Het dringendste eerst.</param>
/// <param name="Stops">Waarvoor niets betaald wordt.</param>
public sealed record BanktakenView(IReadOnlyList<BanksignaalView> Signalen, IReadOnlyList<BetaalstopView> Stops) : IVerantwoord
{
    /// <summary>Hoe het kanaal naar de bank het doet; ontbreekt als mensen de bestanden brengen.</summary>
    public BankkanaalView? Kanaal { get; init; }

    /// <summary>Whom it is about.</summary>
    internal IReadOnlyCollection<Guid> Dossiers => [.. Signalen.Select(s => s.DossierId).Concat(Stops.Select(s => s.DossierId)).OfType<Guid>().Distinct()];

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => Dossiers.Count == 0 ? [] : ["FIN.betalingen", "FIN.status"];
}

/// <summary>Hoe het kanaal naar de bank het doet.</summary>
/// <param name="Soort">http of map.</param>
/// <param name="GoedOp">Wanneer alles lukte; ontbreekt als dat nog nooit zo was.</param>
/// <param name="FoutSinds">Sinds wanneer het niet lukt; ontbreekt als het lukt.</param>
public sealed record BankkanaalView(string Soort, DateTimeOffset? GoedOp, DateTimeOffset? FoutSinds);

/// <summary>Waarvoor niets betaald wordt tot iemand dat opheft.</summary>
/// <param name="Profiel">Sleutel van het bankprofiel; ontbreekt als het een dossier is.</param>
/// <param name="DossierId">Ontbreekt als het een bankprofiel is.</param>
public sealed record BetaalstopView(long Nummer, string? Profiel, Guid? DossierId, DateTimeOffset Op);
