using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Berichten;
using Inburgering.Gateway.Storage.Afkeuringen;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Afkeuringen;

/// <summary>What is or was tried again: numbers and reasons, nobody is in it.</summary>
internal sealed class LeesHerhalingen(AccessDesk desk, HerhalingStore herhalingen, Cursors cursors, Verwerking verwerking)
{
    private const int PerPagina = 50;

    /// <summary>One with its messages.</summary>
    public async Task<Uitkomst<HerhalingView>> OneAsync(Caller caller, Guid herhalingId, CancellationToken ct)
    {
        if (desk.AskBeheer(caller) is null)
        {
            return Uitkomst<HerhalingView>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        if (await herhalingen.OneAsync(caller.Gemeentecode, herhalingId, ct) is { } herhaling)
        {
            return Of(herhaling) with { Berichten = [.. (await herhalingen.DelenAsync(caller.Gemeentecode, herhalingId, ct)).Select(Of)] };
        }

        verwerking.Besluit = Resultaat.Geweigerd;
        return Uitkomst<HerhalingView>.Niet(Problems.HerhalingOnbekend, string.Empty);
    }

    /// <param name="cursor">Of the page before; null: the first page.</param>
    public async Task<Uitkomst<HerhalingenView>> AlleAsync(Caller caller, string? cursor, CancellationToken ct)
    {
        if (desk.AskBeheer(caller) is not { } vraag)
        {
            return Uitkomst<HerhalingenView>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        string[] gebonden = [caller.Id, caller.Gemeentecode, "herhalingen"];
        var na = cursor is null ? null : Cursors.Plaats(cursors.Open(gebonden, cursor));
        if (cursor is not null && na is null)
        {
            verwerking.Besluit = Resultaat.Geweigerd;
            return Uitkomst<HerhalingenView>.Niet(Problems.OngeldigeInvoer, string.Empty, [Cursors.Vreemd]);
        }

        var gevonden = await herhalingen.LeesAsync(vraag, na, PerPagina + 1, ct);
        var pagina = gevonden.Take(PerPagina).Select(Of).ToArray();
        return new HerhalingenView(pagina, gevonden.Count > PerPagina ? cursors.Maak(gebonden, Cursors.Plaats(pagina[^1].BegonnenOp, pagina[^1].HerhalingId)) : null);
    }

    /// <summary>As it stands, in words.</summary>
    public static HerhalingView Of(Herhaling herhaling)
    {
        var telling = herhaling.Telling;
        return new HerhalingView
        {
            HerhalingId = herhaling.HerhalingId,
            Status = Afkeurwoorden.Status(herhaling.Status),
            Stand = Afkeurwoorden.Stand(herhaling),
            GestartDoor = herhaling.GestartDoor,
            Reden = herhaling.Reden,
            BegonnenOp = herhaling.BegonnenOp,
            GeeindigdOp = herhaling.GeeindigdOp,
            GestoptDoor = herhaling.GestoptDoor,
            Foutcode = herhaling.Status == Herhaalstatus.VanzelfGestopt ? herhaling.ReeksReden : null,
            Totaal = telling.Totaal,
            Verwerkt = telling.Verwerkt,
            ZonderGevolg = telling.ZonderGevolg,
            Afgekeurd = telling.Afgekeurd,
            Overgeslagen = telling.Overgeslagen,
            NietGedaan = telling.NietGedaan,
            NogTeDoen = telling.Bezig + telling.Wacht,
            Telling = Afkeurwoorden.Som(telling),
        };
    }

    private static HerhalingdeelView Of(Herhalingdeel deel) => new()
    {
        AfkeuringId = deel.AfkeuringId,
        Redencode = deel.RedenVoor,
        Uitkomst = Afkeurwoorden.Uitkomst(deel),
        Waarom = deel.Uitkomst == Herhaaluitkomst.Overgeslagen ? Afkeurwoorden.Waarom(deel.Reden!) : Berichtwoorden.Reden(deel.Reden)?.Wat,
    };
}
