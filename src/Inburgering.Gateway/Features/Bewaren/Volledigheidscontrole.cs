using System.Globalization;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Bewaren;

/// <summary>The nightly proof that every answer of the front door has its line; a difference is an incident and stands in the log itself.</summary>
internal sealed class Volledigheidscontrole(Beleid beleid, ILogWriter log, TimeProvider zaakklok)
{
    private const string Activiteit = "VA-14-logcontrole";

    /// <summary>One gemeente, or the gateway's own stream.</summary>
    public async Task<Volledigheidsuitkomst> RunAsync(string gemeentecode, CancellationToken ct)
    {
        var geteld = 0;
        IReadOnlyList<Verschil> verschillen = [];
        await log.AppendAsync(
            gemeentecode,
            async (transactie, stop) =>
            {
                var dagen = await Vergelijking.CompareAsync(transactie, gemeentecode, stop);
                (geteld, verschillen) = (dagen.Sum(d => d.Geteld), [.. dagen.Where(d => d.Ontbrekend.Count > 0)]);
                return [Regel(gemeentecode, verschillen.Sum(v => v.Ontbrekend.Count))];
            },
            ct);
        return new Volledigheidsuitkomst(gemeentecode, geteld, verschillen);
    }

    private Logregel Regel(string gemeentecode, int ontbreekt) => new Taakregel(beleid, zaakklok).Of(gemeentecode, "Volledigheid van het log gecontroleerd") with
    {
        Actie = Actie.Beheer,
        Resultaat = ontbreekt == 0 ? Resultaat.Toegestaan : Resultaat.Fout,
        Reden = ontbreekt == 0 ? null : "log-onvolledig",
        Actor = "taak-volledigheid",
        Verwerkingsactiviteit = $"{Activiteit}/{beleid.Gegevens.Activiteiten[Activiteit].Versie}",
        Aantal = ontbreekt,
    };
}

/// <param name="Geteld">Answers that were compared.</param>
internal sealed record Volledigheidsuitkomst(string Gemeentecode, int Geteld, IReadOnlyList<Verschil> Verschillen)
{
    public int Ontbreekt => Verschillen.Sum(v => v.Ontbrekend.Count);

    /// <summary>One Dutch sentence: what was counted, and of what the line is gone, by day, kind and number.</summary>
    public string Zin => Ontbreekt == 0
        ? $"{Gemeentecode}: {Geteld} antwoorden vergeleken, alle met hun regel."
        : $"{Gemeentecode}: {Geteld} antwoorden vergeleken, van {Ontbreekt} ontbreekt de regel: {string.Join("; ", Verschillen.Select(Noem))}.";

    private static string Noem(Verschil verschil) => string.Create(
        CultureInfo.InvariantCulture,
        $"{verschil.Dag:yyyy-MM-dd} {verschil.Actie.ToString().ToLowerInvariant()} {verschil.Resultaat.ToString().ToLowerInvariant()} {string.Join(' ', verschil.Ontbrekend.Take(10).Select(o => o.ToString("x16", CultureInfo.InvariantCulture)))}");
}
