using System.Globalization;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Afkeuringen;
using Inburgering.Gateway.Storage.Berichten;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Berichten;

/// <summary>What a partner may know of its own messages.</summary>
internal sealed class LeesEigenBerichten(AccessDesk desk, EigenBerichtLezer lezer, Berichtinhouden inhouden, Beleid beleid, Cursors cursors, Verwerking verwerking)
{
    private const int PerPagina = 50;

    public async Task<Uitkomst<EigenBerichtView>> OneAsync(CallerHolder wie, Guid berichtId, CancellationToken ct)
    {
        foreach (var vraag in desk.AskEigen(wie.Registratie, wie.Caller) ?? [])
        {
            if (await lezer.OneAsync(vraag, berichtId, ct) is { } bericht)
            {
                verwerking.Gemeentecode = bericht.Gemeentecode;
                verwerking.BerichtId = bericht.BerichtId.ToString("D");
                return (await ViewsAsync(vraag, [bericht], ct))[0];
            }
        }

        verwerking.Besluit = Resultaat.Geweigerd;
        return Uitkomst<EigenBerichtView>.Niet(Problems.BerichtOnbekend, string.Empty);
    }

    /// <summary>Gemeente by gemeente, so that no question ever sees two.</summary>
    public async Task<Uitkomst<EigenAfkeuringenView>> AfkeuringenAsync(CallerHolder wie, string? cursor, CancellationToken ct)
    {
        if (desk.AskEigen(wie.Registratie, wie.Caller) is not { } vragen)
        {
            return Uitkomst<EigenAfkeuringenView>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        string[] gebonden = [wie.Caller?.Actor ?? wie.Registratie!.ClientId, "partner-afkeuringen"];
        if (Plaats(cursor is null ? $"{vragen[0].Caller.Gemeentecode} 0" : cursors.Open(gebonden, cursor)) is not var (vanaf, na))
        {
            verwerking.Besluit = Resultaat.Geweigerd;
            return Uitkomst<EigenAfkeuringenView>.Niet(Problems.OngeldigeInvoer, string.Empty, [Cursors.Vreemd]);
        }

        var (gevonden, pagina) = (new List<EigenBericht>(), new List<EigenBerichtView>());
        foreach (var vraag in vragen.Where(v => string.CompareOrdinal(v.Caller.Gemeentecode, vanaf) >= 0 && gevonden.Count <= PerPagina))
        {
            var hier = await lezer.AfgekeurdAsync(vraag, vraag.Caller.Gemeentecode == vanaf ? na : 0, PerPagina + 1 - gevonden.Count, ct);
            pagina.AddRange(await ViewsAsync(vraag, [.. hier.Take(PerPagina - gevonden.Count)], ct));
            gevonden.AddRange(hier);
        }

        return new EigenAfkeuringenView(pagina, gevonden.Count > PerPagina ? cursors.Maak(gebonden, Plaats(gevonden[PerPagina - 1])) : null);
    }

    public async Task<Uitkomst<PartnerstatusView>> StatusAsync(CallerHolder wie, CancellationToken ct)
    {
        if (desk.AskEigen(wie.Registratie, wie.Caller) is not { } vragen)
        {
            return Uitkomst<PartnerstatusView>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        var standen = new List<PartnerstandView>();
        foreach (var vraag in vragen)
        {
            var stand = await lezer.TelAsync(vraag, ct);
            standen.Add(new PartnerstandView(vraag.Caller.Gemeentecode, stand.Ontvangen, stand.Verwerkt, stand.Afgekeurd, stand.Laatste));
        }

        var typen = beleid.Partners[wie.Registratie!.Sjabloon.Rol].Levert?.Typen?.Keys ?? Enumerable.Empty<string>();
        return new PartnerstatusView(wie.Registratie.Naam, [.. typen.Order(StringComparer.Ordinal).Select(type => Partnerbericht.Voorvoegsel + type)], standen);
    }

    /// <summary>The sender is told of what kind the value is that it sent itself, at which it went wrong.</summary>
    private async Task<IReadOnlyList<EigenBerichtView>> ViewsAsync(Question vraag, IReadOnlyList<EigenBericht> berichten, CancellationToken ct)
    {
        var open = await inhouden.OpenAsync(vraag, [.. berichten.Where(Leverwoorden.LigtAanHetBericht).Select(b => b.BerichtId)], ct);
        return [.. berichten.Select(b => View(b, open.TryGetValue(b.BerichtId, out var inhoud) ? Berichtwaarde.Van(b.Reden!, inhoud.Inhoud) : null))];
    }

    private EigenBerichtView View(EigenBericht bericht, Berichtwaarde? waarde) => new()
    {
        BerichtId = bericht.BerichtId,
        Type = beleid.Partners.Values.Any(p => p.Levert?.Typen?.ContainsKey(bericht.Code) is true) ? Partnerbericht.Voorvoegsel + bericht.Code : bericht.Code,
        Gemeentecode = bericht.Gemeentecode,
        Status = Leverwoorden.Status(bericht),
        OntvangenOp = bericht.OntvangenOp,
        VerwerktOp = bericht.VerwerktOp,
        Redenen = Leverwoorden.Waarom(bericht, waarde),
    };

    private static string Plaats(EigenBericht bericht) => string.Create(CultureInfo.InvariantCulture, $"{bericht.Gemeentecode} {bericht.Volgnummer}");

    private static (string Gemeentecode, long Volgnummer)? Plaats(string? tekst) =>
        tekst?.Split(' ') is [var gemeente, var nummer] ? (gemeente, long.Parse(nummer, CultureInfo.InvariantCulture)) : null;
}
