using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Inzageverzoeken;

/// <summary>The answer to a request for inzage (AVG 15, domain f14): one decision and one line of its own, before the first byte.</summary>
internal sealed class MaakInzageExport(AccessDesk desk, GatewayDb db, InzageStof stof, Kluis kluis, Verwerking verwerking)
{
    /// <param name="zaaknummer">Checked before.</param>
    /// <returns>Why not, or the whole.</returns>
    public async Task<(Refusal? Niet, InzageExport? Export)> HandleAsync(Caller caller, Guid dossierId, string zaaknummer, CancellationToken ct)
    {
        if (desk.AskMetZaak(caller) is not { } question)
        {
            return (desk.Refusal, null);
        }

        var facts = await db.ReadAsync(question, dossierId, ct);
        if (desk.Decide(question, facts) is not { } granted)
        {
            return (desk.Refusal, null);
        }

        verwerking.Informatie = [.. verwerking.Informatie, Zaakverwijzing.Of(kluis, caller.Gemeentecode, zaaknummer)];
        var export = await stof.MakeAsync(granted, facts, verwerking.Tijdstip, ct);
        verwerking.Geleverd = export.GeleverdeVelden();
        return (null, export);
    }
}
