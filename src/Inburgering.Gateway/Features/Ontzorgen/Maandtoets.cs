using System.Diagnostics;
using System.Globalization;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Features.Ontzorgen;

/// <summary>A month as somebody asks for it, and what keeps it from being paid; the codes are those of payments 9.</summary>
internal static class Maandtoets
{
    private static readonly CultureInfo Nederlands = CultureInfo.GetCultureInfo("nl-NL");

    public static IEnumerable<InvoerFout> Fouten(MaandInvoer invoer)
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

    /// <summary>First of the month; null: no month.</summary>
    public static DateOnly? Maand(string tekst) =>
        DateOnly.TryParseExact(tekst, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var maand) ? maand : null;

    public static BesluitNodigView Woorden(Ontzorgstop stop, Maandberekening berekening, Ontzorgbesluit besluit)
    {
        var leefgeld = berekening.Leefgeld ?? default;
        return stop switch
        {
            Ontzorgstop.Tekort => new("OZ-03", $"De vaste lasten zijn {Euro(-leefgeld.Centen)} hoger dan de uitkering. Neem eerst een besluit.", -leefgeld.Centen),
            Ontzorgstop.OnderOndergrens => new("OZ-04", $"Het leefgeld ({Euro(leefgeld.Centen)}) is lager dan de ondergrens ({Euro(besluit.Ondergrens.Centen)})."),
            Ontzorgstop.UitkeringOnbekend => new("OZ-05", "De uitkering over deze maand is nog niet aangeleverd."),
            Ontzorgstop.PeriodeVoorbij => new("OZ-06", "De periode van zes maanden is voorbij; verlengen kan alleen met een nieuw besluit."),
            Ontzorgstop.PeriodeNogNiet => new("OZ-02", $"Dit besluit begint op {besluit.Begindatum.ToString("d MMMM yyyy", Nederlands)}."),
            _ => throw new UnreachableException(),
        };
    }

    private static string Euro(long centen) => string.Create(Nederlands, $"€ {centen / 100m:N2}");
}
