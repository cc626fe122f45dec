using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Synchronisaties;

namespace Inburgering.Gateway.Features.Synchronisaties;

/// <summary>Which days can be fetched once more.</summary>
internal static class Inhaalperioden
{
    private const int Langste = 92;

    /// <summary>Every fault.</summary>
    /// <param name="zaakklok">Business clock: a message of tomorrow was not received.</param>
    public static IReadOnlyList<InvoerFout> Fouten(DateOnly van, DateOnly tot, TimeProvider zaakklok)
    {
        var periode = new Periode(van, tot);
        return
        [
            .. periode.Dagen < 1 ? [new InvoerFout("De laatste dag ligt voor de eerste.", Pointer: "/tot")] : (InvoerFout[])[],
            .. periode.Dagen > Langste ? [new InvoerFout("Kies hoogstens 92 dagen. Doe een langere tijd in delen.", Pointer: "/van")] : (InvoerFout[])[],
            .. tot > Periode.Vandaag(zaakklok) ? [new InvoerFout("De laatste dag is nog niet geweest.", Pointer: "/tot")] : (InvoerFout[])[],
        ];
    }

    public static Inhaalperiode Of(DateOnly van, DateOnly tot)
    {
        var periode = new Periode(van, tot);
        return new Inhaalperiode(van, tot, periode.Begin, periode.Einde);
    }
}
