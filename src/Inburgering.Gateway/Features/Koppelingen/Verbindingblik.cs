using System.Diagnostics;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage.Koppelingen;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Features.Koppelingen;

/// <summary>How the partners that are called stand towards a gemeente: what waits for them, and how each process sees them.</summary>
internal sealed class Verbindingblik(Verbindingstanden standen, StilstandLezer stilstanden, Beleid beleid, TimeProvider systeemklok)
{
    private const string GeenStoring = "geen-storing", AntwoordtNiet = "antwoordt-niet", HerkentOnsNiet = "herkent-ons-niet", Onbekend = "onbekend";

    /// <summary>Those that work for this gemeente, by name.</summary>
    public async Task<IReadOnlyList<VerbindingView>> AlleAsync(Question vraag, CancellationToken ct)
    {
        var stil = (await stilstanden.LopendAsync(vraag, ct)).ToDictionary(s => s.Partner);
        var knopen = (await standen.ReadAsync(ct)).ToLookup(k => k.Partner);
        return [.. beleid.Bestemmingen.Values.Where(o => o.Werkt(vraag.Caller.Gemeentecode)).OrderBy(o => o.Naam, StringComparer.Ordinal).Select(o => Of(o, stil.GetValueOrDefault(o.Sleutel), [.. knopen[o.Sleutel]]))];
    }

    private VerbindingView Of(Bestemming partner, Stil? stil, IReadOnlyList<Knoopstand> knopen)
    {
        var levend = knopen.Where(k => k.Stand != Verbindingstand.Onbekend).ToArray();
        var (status, sinds) = Status(stil, levend);
        return new VerbindingView
        {
            Partner = partner.Sleutel,
            Naam = partner.Naam,
            Status = status,
            Stand = Zin(status, partner.Naam, sinds, stil?.ProefNa),
            ActieNodig = status == HerkentOnsNiet,
            Sinds = sinds,
            OpnieuwOp = stil?.ProefNa,
            Processen = [.. knopen.Select(k => new ProcesstandView(k.Knoop, Onderbreker(k.Stand), k.Stand == Verbindingstand.Onbekend ? null : k.Sinds))],
        };
    }

    // what waits for a gemeente weighs more than what a process saw of the calls of all of them
    private static (string Status, DateTimeOffset? Sinds) Status(Stil? stil, Knoopstand[] levend) => (stil, levend) switch
    {
        ({ Oorzaak: Stilstandoorzaak.HerkentOnsNiet }, _) => (HerkentOnsNiet, stil.Sinds),
        ({ Oorzaak: Stilstandoorzaak.AntwoordtNiet }, _) => (AntwoordtNiet, stil.Sinds),
        (not null, _) => throw new UnreachableException(),
        (_, []) => (Onbekend, null),
        _ when levend.Any(k => k.Stand == Verbindingstand.Open) => (AntwoordtNiet, levend.Where(k => k.Stand == Verbindingstand.Open).Min(k => k.Sinds)),
        _ => (GeenStoring, levend.Max(k => k.Sinds)),
    };

    private string Zin(string status, string naam, DateTimeOffset? sinds, DateTimeOffset? opnieuw)
    {
        var nu = systeemklok.GetUtcNow();
        var straks = opnieuw > nu ? $"Wij proberen het om {Tijdwoorden.Tijd(opnieuw.Value)} uur opnieuw." : "Wij proberen het nu opnieuw.";
        return status switch
        {
            HerkentOnsNiet => $"{naam} herkent uw gemeente niet sinds {Tijdwoorden.Bij(sinds!.Value, nu)}. {straks} Laat de beheerder het certificaat en het OIN van de gemeente controleren.",
            AntwoordtNiet => $"{naam} antwoordt niet sinds {Tijdwoorden.Bij(sinds!.Value, nu)}. {straks} U hoeft niets te doen.",
            GeenStoring => $"Geen storing bij {naam} gezien sinds {Tijdwoorden.Bij(sinds!.Value, nu)}.",
            Onbekend => $"Wij weten niet hoe het met {naam} staat: geen enkel proces van de gateway meldde zich de laatste minuut.",
            _ => throw new UnreachableException(),
        };
    }

    private static string Onderbreker(Verbindingstand stand) => stand switch
    {
        Verbindingstand.Dicht => "dicht",
        Verbindingstand.HalfOpen => "half-open",
        Verbindingstand.Open => "open",
        Verbindingstand.Onbekend => Onbekend,
        _ => throw new UnreachableException(),
    };
}
