using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Access.Roosters;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Synchronisaties;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Synchronisaties;

/// <summary>What a schedule would come to, before anybody keeps it.</summary>
internal sealed class ToonRooster(AccessDesk desk, SynchronisatieStore synchronisaties, Beleid beleid, Verwerking verwerking, Uitwisselklok klok)
{
    private const int Momenten = 5;

    /// <param name="rooster">Null: that of config.</param>
    public async Task<Uitkomst<RoostervoorbeeldView>> HandleAsync(Caller caller, Guid synchronisatieId, RoosterVorm? rooster, CancellationToken ct)
    {
        if (desk.AskUitvoering(caller) is null)
        {
            return Uitkomst<RoostervoorbeeldView>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        if (await synchronisaties.OneAsync(caller.Gemeentecode, synchronisatieId, ct) is not { } stand || Planning.Van(beleid, stand) is not { } plan)
        {
            verwerking.Besluit = Resultaat.Geweigerd;
            return Uitkomst<RoostervoorbeeldView>.Niet(Problems.SynchronisatieOnbekend, "onbekend");
        }

        var nu = klok.Nu(stand);
        var nieuw = plan with { Rooster = rooster?.NaarRooster() ?? plan.Standaard };
        if (Fouten(nieuw, nu) is { Count: > 0 } fouten)
        {
            verwerking.Besluit = Resultaat.Geweigerd;
            return Uitkomst<RoostervoorbeeldView>.Niet(Problems.OngeldigeInvoer, "ongeldig", fouten);
        }

        var vanaf = stand.Pauze?.Tot > nu ? stand.Pauze.Tot : nu;
        return new RoostervoorbeeldView(nieuw.Rooster.Zin(), [.. nieuw.Momenten(vanaf).Take(Momenten)]);
    }

    /// <summary>Every fault of a schedule that somebody wants, where it stands in the request.</summary>
    /// <param name="nu">Clock of the exchange.</param>
    public static IReadOnlyList<InvoerFout> Fouten(Planning plan, DateTimeOffset nu) =>
        [.. Roosterfouten.Van(plan.Rooster, plan.Onderhoud, nu).Select(f => new InvoerFout(f.Detail, Pointer: $"/rooster{f.Pointer}"))];
}

/// <summary>Wat een rooster wordt.</summary>
/// <param name="RoosterZin">Het rooster als zin.</param>
/// <param name="Volgende">De eerste vijf momenten, na een pauze als die er is; leeg als zij alleen met de hand begint.</param>
public sealed record RoostervoorbeeldView(string RoosterZin, IReadOnlyList<DateTimeOffset> Volgende) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];
}
