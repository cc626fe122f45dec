using System.Data.Common;
using Inburgering.Gateway.Storage.Rechten;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>What a person, or someone for him, held back: read in the transaction in which something would leave.</summary>
/// <param name="Beperkt">Categories under restriction now (AVG 18).</param>
/// <param name="Bezwaren">Doelen that are contested now (AVG 21).</param>
/// <param name="Beleid">Hash of the policy in force; null: none.</param>
internal sealed record Stopgronden(IReadOnlyCollection<string> Beperkt, IReadOnlyCollection<string> Bezwaren, string? Beleid)
{
    /// <summary>Partners that let the gemeente no longer at this person.</summary>
    public IReadOnlyCollection<string> Opgeschort { get; init; } = [];

    /// <param name="nu">Business clock.</param>
    public static async Task<Stopgronden> ReadAsync(DbTransaction transactie, DossierRef dossier, DateTimeOffset nu, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select array(select categorie from dossiers.beperking where gemeentecode = $1 and dossier_id = $2 and van <= $3 and (tot is null or tot > $3)),
                   array(select doel from dossiers.bezwaar where gemeentecode = $1 and dossier_id = $2 and client_id is null and van <= $3 and (tot is null or tot > $3)),
                   (select hash from toegang.beleid_actief order by volgnummer desc limit 1),
                   array(select partner from dossiers.opschorting where gemeentecode = $1 and dossier_id = $2 and tot is null)
            """);
        command.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId), Value(nu)]);
        return (await command.OneAsync(r => new Stopgronden(r.GetFieldValue<string[]>(0), r.GetFieldValue<string[]>(1), r.OptionalText(2)) { Opgeschort = r.GetFieldValue<string[]>(3) }, ct))!;
    }
}
