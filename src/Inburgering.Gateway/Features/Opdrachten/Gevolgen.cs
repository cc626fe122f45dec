using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Features.Opdrachten;

/// <summary>What an end of a right stops: asks every room that holds work for a partner, and says which doelen are lost.</summary>
internal sealed class Gevolgen(IEnumerable<IStopt> kamers, Partnerrecht recht)
{
    /// <summary>Of an assignment that has an end.</summary>
    public async Task<BeeindigingView> OfAsync(DbTransaction transactie, string gemeentecode, GegevenOpdracht opdracht, CancellationToken ct)
    {
        var view = OpdrachtView.Of(opdracht, gemeentecode, recht);
        var stopt = await StopAsync(transactie, new Rechteinde
        {
            Gemeentecode = gemeentecode,
            DossierId = opdracht.DossierId,
            ClientId = opdracht.Inhoud.ClientId,
            Doelen = view.Doelen,
            Per = opdracht.Inhoud.Tot!.Value,
        }, ct);
        return new BeeindigingView(view, stopt, opdracht.Inhoud.Tot.Value.AddMonths(1));
    }

    /// <summary>Of any end.</summary>
    public async Task<StoptView> StopAsync(DbTransaction transactie, Rechteinde einde, CancellationToken ct)
    {
        var gestopt = Gestopt.Niets;
        foreach (var kamer in kamers)
        {
            gestopt += await kamer.StopAsync(transactie, einde, ct);
        }

        return new StoptView(einde.Doelen, gestopt.Leveringen, gestopt.Abonnementen);
    }

    /// <summary>OIN of the partner it concerns, for the log.</summary>
    public string? Oin(string gemeentecode, string clientId) => recht.Oin(gemeentecode, clientId);
}

/// <summary>Wat voor de partner ophoudt.</summary>
/// <param name="Doelen">Doelen waarvoor de partner dit dossier niet meer kan lezen.</param>
/// <param name="Leveringen">Nummers van leveringen die niet meer vertrekken.</param>
/// <param name="Abonnementen">Nummers van abonnementen die niets meer sturen.</param>
public sealed record StoptView(IReadOnlyList<string> Doelen, IReadOnlyList<Guid> Leveringen, IReadOnlyList<Guid> Abonnementen);
