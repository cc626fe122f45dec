using Inburgering.Gateway.Verwerkingslog.Vorm;
using Npgsql;

namespace Inburgering.Gateway.Storage.Verwerkingslog;

/// <summary>All contexts the role may see, by gemeente and number.</summary>
internal static class ContextReader
{
    private const string Sql = """
        select gemeentecode, id, vorm, status, actie, resultaat, vertrouwelijkheid, naam, reden, actor, rol, organisatie, client_id, oorsprong,
               activiteit, doel, grondslag, gevraagd, geleverd, ontvanger, beleid, bewaartermijn, betrokkene_type
        from verwerkingslog.context
        """;

    public static async Task<Dictionary<(string Gemeentecode, int Id), RegelContext>> ReadAllAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var contexten = new Dictionary<(string, int), RegelContext>();
        while (await reader.ReadAsync(ct))
        {
            var context = Read(reader);
            contexten[(context.Gemeentecode, reader.GetInt32(1))] = context;
        }

        return contexten;
    }

    private static RegelContext Read(NpgsqlDataReader row) => new()
    {
        Gemeentecode = row.GetString(0),
        Vorm = row.GetInt16(2),
        Status = row.GetInt16(3),
        Actie = row.GetInt16(4),
        Resultaat = row.GetInt16(5),
        Vertrouwelijkheid = row.GetInt16(6),
        Naam = row.GetString(7),
        Reden = Text(row, 8),
        Actor = row.GetString(9),
        Rol = row.GetString(10),
        Organisatie = row.GetString(11),
        ClientId = Text(row, 12),
        Oorsprong = row.GetString(13),
        Activiteit = row.GetString(14),
        Doel = Text(row, 15),
        Grondslag = Text(row, 16),
        Gevraagd = Text(row, 17),
        Geleverd = Text(row, 18),
        Ontvanger = Text(row, 19),
        Beleid = Text(row, 20),
        Bewaartermijn = row.GetString(21),
        BetrokkeneType = Text(row, 22),
    };

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
