using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Rechten;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Berichten;

/// <summary>Which messages of a granted dossier propose something and wait; none of their content.</summary>
internal sealed class Voorstellezer(NpgsqlDataSource bron)
{
    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<OpenVoorstel>> OpenAsync(Granted dossier, CancellationToken ct)
    {
        var gemeentecode = dossier.Question.Caller.Gemeentecode;
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        await using var command = transactie.Command("""
            select bericht_id, reden, client_id, ontvangen_op from inbox.bericht
            where gemeentecode = $1 and dossier_id = $2 and status = 1 and reden = any($3) order by volgnummer
            """);
        command.Add([Value(gemeentecode), Value(dossier.DossierId), Value(Berichtredenen.Voorstellen.ToArray())]);
        return await command.ListAsync(rij => new OpenVoorstel(rij.GetGuid(0), rij.GetString(1), rij.GetString(2), rij.GetFieldValue<DateTimeOffset>(3)), ct);
    }
}

/// <param name="Reden">Code of <see cref="Berichtredenen"/>.</param>
/// <param name="OntvangenOp">Business clock.</param>
internal sealed record OpenVoorstel(Guid BerichtId, string Reden, string ClientId, DateTimeOffset OntvangenOp);
