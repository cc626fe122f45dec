using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Features.Ontzorgen;

/// <summary>Shows what a month would pay; nothing is made ready.</summary>
internal sealed class BerekenMaand(LeesOntzorgbesluiten lees, Regie regie, Besluitboek boek)
{
    public async Task<Uitkomst<MaandberekeningView>> HandleAsync(Caller caller, Guid dossierId, Guid besluitId, MaandInvoer invoer, CancellationToken ct)
    {
        if (Maandtoets.Fouten(invoer).ToArray() is { Length: > 0 } fouten)
        {
            return Uitkomst<MaandberekeningView>.Niet(Problems.OngeldigeInvoer, "ongeldig", fouten);
        }

        if (await lees.FindAsync(caller, dossierId, ct) is not { } besluiten)
        {
            return Uitkomst<MaandberekeningView>.Niet(regie.Weigering, string.Empty);
        }

        return besluiten.FirstOrDefault(b => b.BesluitId == besluitId && b.Actueel) is { } vast
            ? View(boek.Lees(caller.Gemeentecode, vast), invoer)
            : Uitkomst<MaandberekeningView>.Niet(Problems.OntzorgbesluitOnbekend, "geen-besluit");
    }

    private static MaandberekeningView View(Ontzorgbesluit besluit, MaandInvoer invoer)
    {
        var maand = Maandtoets.Maand(invoer.Maand)!.Value;
        var berekening = Maandberekening.Van(besluit, maand, invoer.UitkeringCenten is { } centen ? new Bedrag(centen) : null, new Bedrag(invoer.BeslagCenten ?? 0));
        return new MaandberekeningView
        {
            Maand = invoer.Maand,
            UitkeringCenten = berekening.Uitkering?.Centen,
            VasteLastenCenten = berekening.VasteLasten.Centen,
            LeefgeldCenten = berekening.Leefgeld?.Centen,
            Betalingen = [.. berekening.Betalingen.Select(b => new MaandbetalingView(b.Soort, b.Rekening.Naam.Tekst, b.Rekening.Iban.Reveal(), b.Bedrag.Centen, b.Vervalt))],
            BesluitNodig = berekening.Stop is { } stop ? Maandtoets.Woorden(stop, berekening, besluit) : null,
            SchattingCenten = invoer.VolleMaandCenten is { } vol && invoer.UitkeringCenten is null && besluit.Begindatum > maand && besluit.Begindatum < maand.AddMonths(1)
                ? Maandberekening.Schatting(new Bedrag(vol), besluit.Begindatum).Centen
                : null,
        };
    }
}
