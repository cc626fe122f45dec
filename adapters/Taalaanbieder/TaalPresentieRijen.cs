using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Taalaanbieder;

/// <summary>The file of PRESENTIE: a row per person and month.</summary>
/// <remarks>That schools deliver hours as a CSV: DOC (W-12, for Wi2013). The columns: ASM.</remarks>
internal static class TaalPresentieRijen
{
    public static Rijvorm Vorm { get; } = new(
        "presentie",
        [
            new("partnerreferentie", "partnerReferentie", Kolomsoort.Tekst),
            new("bsn", "bsn", Kolomsoort.Bsn),
            new("periode", "periode", Kolomsoort.Maand, Verplicht: true),
            new("geplandeuren", "geplandeUren", Kolomsoort.Uren, Verplicht: true),
            new("gevolgdeuren", "gevolgdeUren", Kolomsoort.Uren, Verplicht: true),
            new("geoorloofdverzuimuren", "geoorloofdVerzuimUren", Kolomsoort.Uren, Verplicht: true),
            new("ongeoorloofdverzuimuren", "ongeoorloofdVerzuimUren", Kolomsoort.Uren, Verplicht: true),
            new("alfabetiseringgeplandeuren", "alfabetisering/geplandeUren", Kolomsoort.Uren),
            new("alfabetiseringgevolgdeuren", "alfabetisering/gevolgdeUren", Kolomsoort.Uren),
            new("alfabetiseringgeoorloofdverzuimuren", "alfabetisering/geoorloofdVerzuimUren", Kolomsoort.Uren),
            new("alfabetiseringongeoorloofdverzuimuren", "alfabetisering/ongeoorloofdVerzuimUren", Kolomsoort.Uren),
            new("correctie", "correctie", Kolomsoort.JaNee),
        ],
        ["periode"]);
}
