using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Taalaanbieder;

/// <summary>VOORTGANG: the level in one skill. The last message about a skill counts; a test stays beside it.</summary>
/// <remarks>ASM; levels are those of the ERK, with the literacy levels before A1.</remarks>
internal sealed class TaalVoortgangReader : IBerichtReader
{
    private const int Kort = 100;

    /// <inheritdoc />
    public Partnerbericht Read(JsonFields data)
    {
        var voortgang = new Taalvoortgang
        {
            Vaardigheid = data.Required("vaardigheid").OneOf("lezen", "luisteren", "schrijven", "spreken", "gesprekken", "knm"),
            Niveau = data.Required("niveau").OneOf("alfa-A", "alfa-B", "alfa-C", "A1", "A2", "B1", "B2", "C1", "C2"),
            Datum = TaalVelden.Datum(data),
            Toets = data.Optional("toets")?.Text(1, Kort),
            Uitslag = data.Optional("uitslag")?.OneOf("behaald", "niet-behaald"),
        };
        if (voortgang is { Toets: null, Uitslag: not null })
        {
            data.Fault("uitslag", "Noem ook de toets.");
        }

        return TaalVelden.Over(data, voortgang);
    }
}

/// <summary>SIGNAAL: a code, and at most a few words. No stories: teachers write health facts (domain b.4).</summary>
/// <remarks>ASM.</remarks>
internal sealed class TaalSignaalReader : IBerichtReader
{
    private const int LangsteToelichting = 500;

    /// <inheritdoc />
    public Partnerbericht Read(JsonFields data) => TaalVelden.Over(data, new Taalsignaal
    {
        Soort = data.Required("soort").OneOf("dreigende-uitval", "niveau-te-hoog", "niveau-te-laag", "leerroute-past-niet"),
        Datum = TaalVelden.Datum(data),
        Toelichting = data.Optional("toelichting")?.Text(1, LangsteToelichting),
    });
}

/// <summary>ATTEST_INZET: what the gemeente needs before it may lower B1 to A2. The last message counts; the gemeente decides.</summary>
/// <remarks>600 hours and shown effort: DOC (S4, domain d.8). Form: ASM.</remarks>
internal sealed class TaalAttestReader : IBerichtReader
{
    private const int MeesteUren = 9999;

    /// <inheritdoc />
    public Partnerbericht Read(JsonFields data) => TaalVelden.Over(data, new Inzetattest
    {
        Datum = TaalVelden.Datum(data),
        GevolgdeUren = data.Required("gevolgdeUren").Hundredths(0, MeesteUren),
        VoldoendeInzet = data.Required("voldoendeInzet").Flag(),
    });
}
