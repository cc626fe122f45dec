using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Benchmarks.Leveren;

/// <summary>A school with many students, and its month as a file, delivered as a school delivers it.</summary>
internal sealed class Leveringsproef(RunningHouse house)
{
    public const string Client = "taalpunt-1708";
    private const string Kop = "partnerreferentie;periode;geplandeuren;gevolgdeuren;geoorloofdverzuimuren;ongeoorloofdverzuimuren\r\n";

    private static readonly TimeSpan Geduld = TimeSpan.FromMinutes(3);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Students with a dossier and an opdracht at this school; numbered from 1.</summary>
    public async Task LeerlingenAsync(int aantal)
    {
        await using var bron = house.OpenDatabase();
        await using var command = bron.CreateCommand($"""
            with nieuw as (
                insert into dossiers.dossier (gemeentecode, dossier_id, sleutel_id, bsn_index, fase, doelgroep, geopend_op)
                select '1708', gen_random_uuid(), (select sleutel_id from dossiers.dossier where gemeentecode = '1708' limit 1), sha256(('leerling' || i)::bytea), 'lopend', 'Asielstatushouder', now()
                from generate_series(1, {aantal}) i returning dossier_id
            ), opdracht as (
                insert into dossiers.opdracht (gemeentecode, opdracht_id, dossier_id, client_id, taak, van) select '1708', gen_random_uuid(), dossier_id, '{Client}', 'leerroute', '2024-01-01' from nieuw
            )
            insert into dossiers.relatie (gemeentecode, extern_id, client_id, dossier_id, partner_referentie, sinds)
            select '1708', gen_random_uuid(), '{Client}', dossier_id, 'PR-' || lpad((row_number() over ())::text, 10, '0'), '2024-01-01' from nieuw;
            analyze;
            """);
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync(Ct);
    }

    /// <summary>The same month of these students.</summary>
    public static byte[] Bestand(int eerste, int aantal, string maand, int uren)
    {
        var tekst = new StringBuilder(Kop);
        for (var i = eerste; i < eerste + aantal; i++)
        {
            tekst.Append(CultureInfo.InvariantCulture, $"PR-{i:0000000000};{maand};{uren};{uren - 2},5;1;0,5\r\n");
        }

        return Encoding.UTF8.GetBytes(tekst.ToString());
    }

    /// <summary>Delivers a file and follows it to its end.</summary>
    /// <returns>How long it took until every row counted, and how often the progress was seen to move.</returns>
    public async Task<(TimeSpan Duur, int Standen)> LeverAsync(byte[] bestand, int rijen)
    {
        using var client = await house.AsAsync(Client);
        using var inhoud = new ByteArrayContent(bestand);
        inhoud.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var begin = Stopwatch.GetTimestamp();
        using var antwoord = await client.PostAsync("/v1/leveringsbestanden", inhoud, Ct);
        Assert.True(antwoord.IsSuccessStatusCode, await antwoord.Content.ReadAsStringAsync(Ct));
        var standen = new HashSet<(long, long)>();
        JsonObject stand = [];
        while ((string?)stand["status"] != "verwerkt")
        {
            Assert.True((string?)stand["status"] != "afgekeurd" && Stopwatch.GetElapsedTime(begin) < Geduld, stand["status"]?.ToString());
            await Task.Delay(250, Ct);
            stand = JsonNode.Parse(await client.GetStringAsync(antwoord.Headers.Location, Ct))!.AsObject();
            standen.Add(((long)stand["bekeken"]!, (long)stand["verwerkt"]!));
        }

        var duur = Stopwatch.GetElapsedTime(begin);
        Assert.Equal((rijen, rijen, 0L), ((int)stand["rijen"]!, (long)stand["verwerkt"]!, (long)stand["afgekeurd"]!));
        return (duur, standen.Count);
    }
}
