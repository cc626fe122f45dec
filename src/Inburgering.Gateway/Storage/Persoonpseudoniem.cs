using System.Data.Common;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Sleutels;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>Keeps which pseudonyms of the log stand for the person of a dossier; inside the transaction that gives the dossier its number.</summary>
internal static class Persoonpseudoniem
{
    /// <summary>Both ways: what was asked under either dossier is about one person.</summary>
    public const string Samengevoegd = """
        insert into verwerkingslog.persoon (gemeentecode, pseudoniem, dossier_id, type)
        select p.gemeentecode, p.pseudoniem, d.dossier_id, p.type from verwerkingslog.persoon p, (values ($2::uuid), ($3::uuid)) d (dossier_id)
        where p.gemeentecode = $1 and p.dossier_id in ($2, $3) and $4::timestamptz is not null
        on conflict do nothing
        """;

    // only a number the dossier really holds: one that is another dossier's stays that one's
    private const string Insert = """
        insert into verwerkingslog.persoon (gemeentecode, pseudoniem, dossier_id, type)
        select d.gemeentecode, p.pseudoniem, d.dossier_id, p.type
        from dossiers.dossier d join (values ($3::bytea, $4::bytea, $5::text), ($6::bytea, $7::bytea, $8::text)) p (nummer, pseudoniem, type)
          on p.nummer in (d.bsn_index, d.vnummer_index)
        where d.gemeentecode = $1 and d.dossier_id = $2
        on conflict do nothing
        """;

    public static async Task NoteAsync(DbTransaction transactie, Kluis kluis, (string Gemeentecode, Guid DossierId) dossier, Bsn? bsn, VNummer? vNummer, CancellationToken ct)
    {
        var gemeente = dossier.Gemeentecode;
        (string Pseudoniem, string Type)? b = bsn is { } nummer ? kluis.Pseudoniem(gemeente, nummer) : null;
        (string Pseudoniem, string Type)? v = vNummer is { } ander ? kluis.Pseudoniem(gemeente, ander) : null;
        await using var command = transactie.Command(Insert);
        command.Add([
            Value(gemeente), Value(dossier.DossierId),
            DossierWriter.Bytes(bsn is { } x ? kluis.Index(gemeente, x) : null), DossierWriter.Bytes(b is null ? null : Convert.FromHexString(b.Value.Pseudoniem)), Text(b?.Type),
            DossierWriter.Bytes(vNummer is { } y ? kluis.Index(gemeente, y) : null), DossierWriter.Bytes(v is null ? null : Convert.FromHexString(v.Value.Pseudoniem)), Text(v?.Type)]);
        await command.ExecuteNonQueryAsync(ct);
    }
}
