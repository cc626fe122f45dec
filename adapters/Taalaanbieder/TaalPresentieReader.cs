using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Taalaanbieder;

/// <summary>PRESENTIE: the hours of one month, as totals; literacy apart. A correction says so and takes the month's place.</summary>
/// <remarks>Attended hours per course, only those at school: DOC (W-12). The two kinds of absence and literacy: DOC (GGM, W-4). Per month, totals, correction: ASM.</remarks>
internal sealed class TaalPresentieReader : IBerichtReader
{
    /// <inheritdoc />
    public Partnerbericht Read(JsonFields data)
    {
        var correctie = data.Optional("correctie")?.Flag() ?? false;
        return TaalVelden.Over(data, new Presentie
        {
            Periode = data.Required("periode").Month(),
            Uren = Uren(data, correctie),
            Alfabetisering = data.Optional("alfabetisering") is { } alfabetisering ? Uren(alfabetisering.Object(), correctie) : null,
            Correctie = correctie,
        });
    }

    private static Lesuren Uren(JsonFields data, bool correctie) =>
        new(Uur(data, "geplandeUren", correctie), Uur(data, "gevolgdeUren", correctie), Uur(data, "geoorloofdVerzuimUren", correctie), Uur(data, "ongeoorloofdVerzuimUren", correctie));

    /// <summary>Schools that count a correction as a difference send it below zero: it is understood, and rejected by the rule that a correction is the whole month.</summary>
    private static decimal Uur(JsonFields data, string veld, bool correctie) => data.Required(veld).Hundredths(correctie ? -TaalVelden.MaandUren : 0, TaalVelden.MaandUren);
}
