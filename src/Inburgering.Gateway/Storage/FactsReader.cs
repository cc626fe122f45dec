using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Sleutels;
using Npgsql;

namespace Inburgering.Gateway.Storage;

/// <summary>Rows of <see cref="GatewayDb"/> to facts; the columns are those of its one select.</summary>
internal static class FactsReader
{
    public static async Task<IAccessFacts> ReadAsync(NpgsqlDataReader reader, Caller caller, Kluis kluis, CancellationToken ct)
    {
        if (!await reader.ReadAsync(ct))
        {
            throw new InvalidOperationException("The facts' statement always gives a row.");
        }

        var secties = new List<ISectie>();
        var sleutel = DataKey(reader, caller.Gemeentecode, kluis);
        var facts = new DossierFacts
        {
            ClientGeldig = caller.ClientId is null || (!reader.IsDBNull(0) && reader.GetBoolean(0)),
            Beleid = Text(reader, 13),
            DossierId = Value<Guid>(reader, 1),
            ExternId = caller.VanGemeente ? Value<Guid>(reader, 1) : Value<Guid>(reader, 2),
            Doelgroep = Text(reader, 3),
            Leerroute = Text(reader, 4),
            Opdrachten = [.. reader.GetFieldValue<string[]>(8).Select(o => o.Split(' ')).Select(o => new Opdrachtfeit(o[0], o[1], o[2] == "loopt", o[3] == "eigen"))],
            Toestemmingen = [.. reader.GetFieldValue<string[]>(9).Select(t => t.Split(' ')).Select(t => new Toestemmingfeit(t[0], t[1]))],
            Beperkingen = reader.GetFieldValue<string[]>(10),
            Bezwaren = reader.GetFieldValue<string[]>(11),
            Noodtoegang = Value<Guid>(reader, 12),
            Bronkeuzes = reader.GetFieldValue<string[]>(14).Select(k => k.Split(' ')).ToDictionary(k => k[0], k => k[1]),
            Secties = secties,
        };
        do
        {
            if (!reader.IsDBNull(15))
            {
                secties.Add(new Sectie(caller.Gemeentecode, reader.GetGuid(15), reader.GetString(16), reader.GetString(17), reader.GetFieldValue<byte[]>(18), sleutel)
                {
                    Overgenomen = reader.GetBoolean(19),
                });
            }
        }
        while (await reader.ReadAsync(ct));
        return facts;
    }

    private static Lazy<byte[]> DataKey(NpgsqlDataReader reader, string gemeentecode, Kluis kluis)
    {
        if (reader.IsDBNull(5))
        {
            return new Lazy<byte[]>(() => throw new InvalidOperationException("The dossier's key is gone: its contents cannot be read."));
        }

        var (id, kid, ingepakt) = (reader.GetGuid(5), reader.GetString(6), reader.GetFieldValue<byte[]>(7));
        return new Lazy<byte[]>(() => kluis.Uitpakken(gemeentecode, id, kid, ingepakt));
    }

    private static T? Value<T>(NpgsqlDataReader reader, int column)
        where T : struct => reader.IsDBNull(column) ? null : reader.GetFieldValue<T>(column);

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
