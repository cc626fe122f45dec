using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Features.Logboek;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Inzagen;

/// <summary>What was searched in the log, as a file: the same filters, the same right, and a line of its own before the first byte.</summary>
internal sealed class ExporteerLog(Logtoegang toegang, LogLezer log, Lijstregels lijst, Verwerking verwerking, TimeProvider systeemklok)
{
    /// <summary>More persons than this are in no file without a second approver (domain f25): then it names no dossiers.</summary>
    public const int MeestePersonen = 25;

    private const int PerKeer = 1000;

    /// <param name="nummer">BSN, V-nummer or dossier id; null: all dossiers.</param>
    public async Task<(InzagenUitkomst? Niet, Logexport? Export)> HandleAsync(Caller caller, InzagenVraag vraag, string? nummer, CancellationToken ct)
    {
        verwerking.Naam = "Log geëxporteerd";
        verwerking.Actie = Actie.Exporteren;
        var (niet, dossierId) = await toegang.OpenAsync(caller, nummer, ct);
        if (niet is not null)
        {
            return (niet, null);
        }

        var filter = vraag.Filter(dossierId) with { Vastgelegd = systeemklok.GetUtcNow() };
        var personen = await log.DossiersAsync(caller.Gemeentecode, filter, ct);
        if (personen.Count <= MeestePersonen)
        {
            await lijst.LegVastAsync(personen, ["LOG.regels"], ct);
        }

        verwerking.Aantal = personen.Count;
        verwerking.Geleverd = ["LOG.regels"];
        var zichtbaar = personen.Count <= MeestePersonen ? personen.ToHashSet() : [];
        return (null, new Logexport(vraag.Periode, personen.Count > MeestePersonen, ReadAsync(caller.Gemeentecode, filter, zichtbaar, ct)));
    }

    private async IAsyncEnumerable<Inzage> ReadAsync(string gemeentecode, LogFilter filter, HashSet<Guid> zichtbaar, [EnumeratorCancellation] CancellationToken ct)
    {
        LogPlaats? na = null;
        do
        {
            var pagina = await log.ReadAsync(gemeentecode, filter, na, ct, PerKeer);
            foreach (var regel in pagina.Regels)
            {
                var inzage = Inzage.Of(regel, metActor: true);
                yield return inzage.DossierId is { } id && zichtbaar.Contains(id) ? inzage : inzage with { DossierId = null };
            }

            na = pagina.Volgende;
        }
        while (na is not null);
    }
}

/// <summary>A file about to be written.</summary>
/// <param name="ZonderDossiers">So many persons that the file names none of them.</param>
internal sealed record Logexport(Periode Periode, bool ZonderDossiers, IAsyncEnumerable<Inzage> Regels)
{
    private static readonly CultureInfo Nederlands = CultureInfo.GetCultureInfo("nl-NL");

    public string Bestandsnaam => $"logregels-{Periode.Van:yyyy-MM-dd}-{Periode.Tot:yyyy-MM-dd}.csv";

    /// <summary>Writes the rows as they are read.</summary>
    public async Task WriteAsync(HttpResponse response, Woorden woorden, CancellationToken ct)
    {
        response.ContentType = "text/csv; charset=utf-8; header=present";
        response.Headers.ContentDisposition = $"attachment; filename=\"{Bestandsnaam}\"";
        await response.Body.WriteAsync(Csv.Bom, ct);
        await WriteAsync(response, Csv.Rij(
            "Wanneer", "Tijdstip (UTC)", "Handeling", "Actie", "Resultaat", "Reden", "Organisatie", "OIN", "Rol", "Actor", "Ontvanger", "Doel", "Grondslag", "Verwerkingsactiviteit",
            "Gegevenscategorieën", "Velden", "Vertrouwelijkheid", ZonderDossiers ? $"Dossier (leeg: meer dan {ExporteerLog.MeestePersonen} personen)" : "Dossier", "Trace", "Logregel"), ct);
        await foreach (var regel in Regels.WithCancellation(ct))
        {
            await WriteAsync(response, Rij(regel, woorden), ct);
        }
    }

    private static string Rij(Inzage regel, Woorden woorden) => Csv.Rij(
        TimeZoneInfo.ConvertTime(regel.Tijdstip, Klok.Nederland).ToString("dd-MM-yyyy HH:mm:ss", Nederlands), regel.Tijdstip.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), regel.Handeling,
        Woord(regel.Actie), Woord(regel.Resultaat), regel.Reden, woorden.Organisatie(regel.Organisatie), regel.Organisatie, woorden.Rol(regel.Rol), regel.Actor,
        regel.Ontvanger is { } ontvanger ? woorden.Organisatie(ontvanger) : null, regel.Doel, regel.Grondslag, regel.Verwerkingsactiviteit,
        string.Join(", ", regel.Categorieen()), string.Join(", ", regel.Velden), Woord(regel.Vertrouwelijkheid), regel.DossierId?.ToString(), regel.TraceId, regel.LogId);

    private static string Woord(Enum waarde) => waarde.ToString().ToLowerInvariant();

    private static async Task WriteAsync(HttpResponse response, string rij, CancellationToken ct) => await response.Body.WriteAsync(Encoding.UTF8.GetBytes(rij), ct);
}
