using System.Diagnostics;
using System.Globalization;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Features.Ontzorgen;

/// <summary>Shows what a month would pay; nothing is made ready.</summary>
internal sealed class BerekenMaand(LeesOntzorgbesluiten lees, Regie regie, Besluitboek boek)
{
    private static readonly CultureInfo Nederlands = CultureInfo.GetCultureInfo("nl-NL");

    public async Task<Uitkomst<MaandberekeningView>> HandleAsync(Caller caller, Guid dossierId, Guid besluitId, MaandInvoer invoer, CancellationToken ct)
    {
        if (Fouten(invoer).ToArray() is { Length: > 0 } fouten)
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
        var maand = Maand(invoer.Maand)!.Value;
        var berekening = Maandberekening.Van(besluit, maand, invoer.UitkeringCenten is { } centen ? new Bedrag(centen) : null, new Bedrag(invoer.BeslagCenten ?? 0));
        return new MaandberekeningView
        {
            Maand = invoer.Maand,
            UitkeringCenten = berekening.Uitkering?.Centen,
            VasteLastenCenten = berekening.VasteLasten.Centen,
            LeefgeldCenten = berekening.Leefgeld?.Centen,
            Betalingen = [.. berekening.Betalingen.Select(b => new MaandbetalingView(b.Soort, b.Rekening.Naam.Tekst, b.Rekening.Iban.Reveal(), b.Bedrag.Centen, b.Vervalt))],
            BesluitNodig = berekening.Stop is { } stop ? Woorden(stop, berekening.Leefgeld ?? default, besluit) : null,
            SchattingCenten = invoer.VolleMaandCenten is { } vol && invoer.UitkeringCenten is null && besluit.Begindatum > maand && besluit.Begindatum < maand.AddMonths(1)
                ? Maandberekening.Schatting(new Bedrag(vol), besluit.Begindatum).Centen
                : null,
        };
    }

    private static IEnumerable<InvoerFout> Fouten(MaandInvoer invoer)
    {
        if (Maand(invoer.Maand) is null)
        {
            yield return new InvoerFout("Schrijf de maand als jjjj-mm.", Pointer: "/maand");
        }

        (long? Centen, string Pointer)[] bedragen = [(invoer.UitkeringCenten, "/uitkeringCenten"), (invoer.BeslagCenten, "/beslagCenten"), (invoer.VolleMaandCenten, "/volleMaandCenten")];
        foreach (var (centen, pointer) in bedragen)
        {
            if (centen is < 0 || centen > Bedrag.Meeste.Centen)
            {
                yield return new InvoerFout("Het bedrag moet tussen € 0,00 en € 999.999.999,99 liggen.", Pointer: pointer);
            }
        }
    }

    private static DateOnly? Maand(string tekst) =>
        DateOnly.TryParseExact(tekst, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var maand) ? maand : null;

    private static BesluitNodigView Woorden(Ontzorgstop stop, Bedrag leefgeld, Ontzorgbesluit besluit) => stop switch
    {
        Ontzorgstop.Tekort => new("OZ-03", $"De vaste lasten zijn {Euro(-leefgeld.Centen)} hoger dan de uitkering. Neem eerst een besluit.", -leefgeld.Centen),
        Ontzorgstop.OnderOndergrens => new("OZ-04", $"Het leefgeld ({Euro(leefgeld.Centen)}) is lager dan de ondergrens ({Euro(besluit.Ondergrens.Centen)})."),
        Ontzorgstop.UitkeringOnbekend => new("OZ-05", "De uitkering over deze maand is nog niet aangeleverd."),
        Ontzorgstop.PeriodeVoorbij => new("OZ-06", "De periode van zes maanden is voorbij; verlengen kan alleen met een nieuw besluit."),
        Ontzorgstop.PeriodeNogNiet => new("OZ-02", $"Dit besluit begint op {besluit.Begindatum.ToString("d MMMM yyyy", Nederlands)}."),
        _ => throw new UnreachableException(),
    };

    private static string Euro(long centen) => string.Create(Nederlands, $"€ {centen / 100m:N2}");
}
