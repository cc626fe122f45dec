using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Vorm;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Verwerkingslog;

/// <summary>Who ever received a field of one dossier, as the log tells (AVG 19).</summary>
internal static class LogOntvangers
{
    private const string Select = """
        select distinct c.client_id, c.rol, c.ontvanger, c.geleverd
        from verwerkingslog.regel r
        join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
        where r.gemeentecode = $1 and r.dossier_id = $2 and c.resultaat = $3 and c.geleverd is not null
        """;

    /// <param name="veld">"CON.email".</param>
    public static async Task<IReadOnlyList<Ontvanger>> OfAsync(DbTransaction transactie, Granted grant, string veld, CancellationToken ct)
    {
        await using var command = transactie.Command(Select);
        command.Add([Value(grant.Question.Caller.Gemeentecode), Value(grant.DossierId), Value((short)Resultaat.Toegestaan)]);
        var regels = await command.ListAsync(r => (Wie: new Ontvanger(r.OptionalText(0), r.GetString(1), r.OptionalText(2)), Velden: Veldenlijst.Parse(r.GetString(3))), ct);
        return [.. regels.Where(r => r.Velden.Contains(veld)).Select(r => r.Wie).Distinct()];
    }
}

/// <summary>Somebody who received something.</summary>
/// <param name="ClientId">The client that asked; null for a person or a job.</param>
/// <param name="Rol">Staff role or partner type of who asked.</param>
/// <param name="Organisatie">OIN of who received it, when that is another than who asked.</param>
internal sealed record Ontvanger(string? ClientId, string Rol, string? Organisatie);
