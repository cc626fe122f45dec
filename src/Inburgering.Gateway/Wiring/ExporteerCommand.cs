using System.Diagnostics;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Controle;
using Npgsql;

namespace Inburgering.Gateway.Wiring;

/// <summary>`gateway log exporteer --uit BESTAND`: the whole log as a file that anyone can verify (docs/logexport.md).</summary>
internal static class ExporteerCommand
{
    /// <summary>Exit 0: done. The lines that say so, one in the log of every gemeente, are written first; without them nothing is exported.</summary>
    public static async Task<int> RunAsync(string[] args, IConfiguration configuration, GatewayOptions options, CancellationToken ct)
    {
        if (args is not ["--uit", var path])
        {
            throw new InvalidOperationException("Gebruik: gateway log exporteer --uit BESTAND");
        }

        using var sleutels = Sleutelmap.Open(options.SleutelMap);
        await using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        await using var bron = NpgsqlDataSource.Create(Migrator.Verbinding(options.SleutelMap, "controle"));
        await RecordAsync(await GemeentenAsync(bron, ct), Klokken.Zaakklok(configuration), options, ct);
        await using var log = await NpgsqlControleBron.OpenAsync(bron, ct);
        var aantal = await ExporteerLog.WriteAsync(log, new ZegelSleutel(sleutels), file, ct);
        await Console.Out.WriteLineAsync($"{aantal} regels geschreven naar {path}. Het bestand bevat pseudoniemen en nummers van dossiers: bewaar het als het log zelf.");
        return 0;
    }

    private static async Task<IReadOnlyList<string>> GemeentenAsync(NpgsqlDataSource controle, CancellationToken ct)
    {
        await using var log = await NpgsqlControleBron.OpenAsync(controle, ct);
        return [.. (await log.ReadKoppenAsync(ct)).Select(k => k.Gemeentecode).Append(Logregel.Huis).Distinct()];
    }

    private static async Task RecordAsync(IReadOnlyList<string> gemeenten, TimeProvider zaakklok, GatewayOptions options, CancellationToken ct)
    {
        await using var plek = await Werkplek.OpenAsync(options, "applicatie", ct);
        foreach (var gemeentecode in gemeenten)
        {
            await plek.Log.AppendAsync(Regel(gemeentecode, zaakklok.GetUtcNow()), ct);
        }
    }

    private static Logregel Regel(string gemeentecode, DateTimeOffset nu) => new()
    {
        Gemeentecode = gemeentecode,
        Tijdstip = nu,
        TraceId = ActivityTraceId.CreateRandom().ToHexString(),
        SpanId = ActivitySpanId.CreateRandom().ToHexString(),
        Naam = "Log geëxporteerd",
        Actie = Actie.Exporteren,
        Resultaat = Resultaat.Toegestaan,
        Actor = "opdrachtregel",
        Rol = "beheerder",
        Organisatie = "gateway",
        Oorsprong = "loopback",
        Verwerkingsactiviteit = "VA-16-beheer/1",
    };
}
