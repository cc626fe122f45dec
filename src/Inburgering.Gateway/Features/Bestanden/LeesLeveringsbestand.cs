using System.Globalization;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Berichten;
using Inburgering.Gateway.Storage.Berichten;
using Inburgering.Gateway.Storage.Bestanden;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Bestanden;

/// <summary>What a partner may know of its own file.</summary>
internal sealed class LeesLeveringsbestand(AccessDesk desk, BestandLezer lezer, Cursors cursors, Verwerking verwerking)
{
    private const int PerPagina = 200;

    public async Task<Uitkomst<BestandView>> HandleAsync(CallerHolder wie, Guid bestandId, string? cursor, CancellationToken ct)
    {
        foreach (var vraag in desk.AskEigen(wie.Registratie, wie.Caller) ?? [])
        {
            if (await lezer.OneAsync(vraag, bestandId, ct) is { } bestand)
            {
                (verwerking.Gemeentecode, verwerking.BerichtId) = (bestand.Gemeentecode, bestandId.ToString("D"));
                return await PageAsync(vraag, bestand, cursor, ct);
            }
        }

        verwerking.Besluit = Resultaat.Geweigerd;
        return Uitkomst<BestandView>.Niet(Problems.BestandOnbekend, string.Empty);
    }

    private async Task<Uitkomst<BestandView>> PageAsync(Question vraag, Bestandstand bestand, string? cursor, CancellationToken ct)
    {
        string[] gebonden = [vraag.Caller.Actor, "leveringsbestand", $"{bestand.BestandId}"];
        if (Plaats(cursor is null ? "0 0" : cursors.Open(gebonden, cursor)) is not { } na)
        {
            verwerking.Besluit = Resultaat.Geweigerd;
            return Uitkomst<BestandView>.Niet(Problems.OngeldigeInvoer, string.Empty, [Cursors.Vreemd]);
        }

        var regels = await lezer.RowsAsync(vraag, bestand.BestandId, na, PerPagina + 1, ct);
        var pagina = regels.Take(PerPagina).ToArray();
        return Stand(bestand) with
        {
            Resultaten = [.. pagina.Select(View)],
            Volgende = regels.Count > PerPagina ? cursors.Maak(gebonden, string.Create(CultureInfo.InvariantCulture, $"{pagina[^1].Rij} {pagina[^1].Deel}")) : null,
        };
    }

    private static BestandView Stand(Bestandstand bestand)
    {
        var klaar = bestand is { Status: Bestandstatus.Geleverd, Ontvangen: 0 };
        return new BestandView
        {
            BestandId = bestand.BestandId,
            Gemeentecode = bestand.Gemeentecode,
            Status = bestand.Status switch
            {
                Bestandstatus.Ontvangen => bestand.Getoetst == 0 ? "ontvangen" : "bezig",
                Bestandstatus.Afgekeurd => "afgekeurd",
                _ => klaar ? "verwerkt" : "bezig",
            },
            Gedeeltelijk = bestand.Gedeeltelijk,
            OntvangenOp = bestand.OntvangenOp,
            KlaarOp = klaar ? bestand.LaatsteOp ?? bestand.KlaarOp : Afgekeurd(bestand),
            Rijen = bestand.Rijen,
            Bekeken = bestand.Getoetst,
            Ontvangen = bestand.Ontvangen,
            Verwerkt = bestand.Verwerkt,
            Afgekeurd = bestand.Afgekeurd,
            Fouten = bestand.Fouten,
            Resultaten = [],
        };
    }

    private static DateTimeOffset? Afgekeurd(Bestandstand bestand) => bestand.Status == Bestandstatus.Afgekeurd ? bestand.KlaarOp : null;

    private static BestandrijView View(Bestandregel regel)
    {
        if (regel.Fout is { } fout)
        {
            return new BestandrijView(regel.Rij, Leverwoorden.Afgekeurd, regel.Kolom, null, [new Leverreden("rij-past-niet", fout, "Verbeter de rij en stuur het bestand opnieuw.")]);
        }

        var bericht = new EigenBericht(regel.BerichtId!.Value, string.Empty, 0, string.Empty, regel.Status ?? Berichtstatus.Verwerkt, regel.Reden, default, null);
        return new BestandrijView(regel.Rij, Leverwoorden.Status(bericht), null, regel.BerichtId, Leverwoorden.Waarom(bericht));
    }

    private static (int Rij, int Deel)? Plaats(string? tekst) =>
        tekst?.Split(' ') is [var rij, var deel] ? (int.Parse(rij, CultureInfo.InvariantCulture), int.Parse(deel, CultureInfo.InvariantCulture)) : null;
}
