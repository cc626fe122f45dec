using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Taalaanbieder;

/// <summary>PRESENTIE: the hours of one month, as totals; literacy apart. A correction says so and takes the month's place.</summary>
/// <remarks>Attended hours per course, only those at school: DOC (W-12). The two kinds of absence and literacy: DOC (GGM, W-4). Per month, totals, correction: ASM.</remarks>
internal sealed class TaalPresentieReader : IBerichtReader
{
    /// <inheritdoc />
    public Partnerbericht Read(JsonFields data) => TaalVelden.Over(data, new Presentie
    {
        Periode = data.Required("periode").Month(),
        Uren = Uren(data),
        Alfabetisering = data.Optional("alfabetisering") is { } alfabetisering ? Uren(alfabetisering.Object()) : null,
        Correctie = data.Optional("correctie")?.Flag() ?? false,
    });

    private static Lesuren Uren(JsonFields data) =>
        new(Uur(data, "geplandeUren"), Uur(data, "gevolgdeUren"), Uur(data, "geoorloofdVerzuimUren"), Uur(data, "ongeoorloofdVerzuimUren"));

    private static decimal Uur(JsonFields data, string veld) => data.Required(veld).Hundredths(0, TaalVelden.MaandUren);
}
