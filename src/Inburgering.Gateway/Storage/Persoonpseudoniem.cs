using System.Data.Common;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Sleutels;
using NpgsqlTypes;
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
        from dossiers.dossier d join (values ('bsn', $7::bytea, $8::text), ('vnummer', $9::bytea, $10::text)) p (soort, pseudoniem, type)
          on p.pseudoniem is not null
         and case p.soort when 'bsn' then d.bsn_index = $3 or d.bsn_index_even = $4 else d.vnummer_index = $5 or d.vnummer_index_even = $6 end
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
            .. (bsn is { } x ? kluis.Index(gemeente, x) : default).Parameters(), .. (vNummer is { } y ? kluis.Index(gemeente, y) : default).Parameters(),
            Rijen.Nullable(NpgsqlDbType.Bytea, b is null ? null : Convert.FromHexString(b.Value.Pseudoniem)), Text(b?.Type),
            Rijen.Nullable(NpgsqlDbType.Bytea, v is null ? null : Convert.FromHexString(v.Value.Pseudoniem)), Text(v?.Type)]);
        await command.ExecuteNonQueryAsync(ct);
    }
}
