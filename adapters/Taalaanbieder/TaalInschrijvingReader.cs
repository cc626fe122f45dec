using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Taalaanbieder;

/// <summary>INSCHRIJVING: the school took the person in. The last message counts.</summary>
/// <remarks>For asielstatushouders the gemeente enrols (DOC, W-36). Form: ASM.</remarks>
internal sealed class TaalInschrijvingReader : IBerichtReader
{
    /// <inheritdoc />
    public Partnerbericht Read(JsonFields data)
    {
        var inschrijving = new Lesinschrijving(TaalVelden.Datum(data))
        {
            VerwachteStart = data.Optional("verwachteStart")?.Date(),
            VerwachtEinde = data.Optional("verwachtEinde")?.Date(),
        };
        if (inschrijving is { VerwachteStart: { } start, VerwachtEinde: { } einde } && start > DateOnly.MinValue && einde > DateOnly.MinValue && einde < start)
        {
            data.Fault("verwachtEinde", "Ligt voor verwachteStart.");
        }

        return TaalVelden.Over(data, inschrijving);
    }
}

/// <summary>START: the first lesson was given. The last message counts.</summary>
/// <remarks>Begin of a course is part of the old scheme (DOC, W-12). Form: ASM.</remarks>
internal sealed class TaalStartReader : IBerichtReader
{
    /// <inheritdoc />
    public Partnerbericht Read(JsonFields data) => TaalVelden.Over(data, new Lesstart(TaalVelden.Datum(data)));
}

/// <summary>BEEINDIGING: the lessons stop, told with a code and never with a story. The last message counts.</summary>
/// <remarks>End of a course is part of the old scheme (DOC, W-12). Form and codes: ASM.</remarks>
internal sealed class TaalBeeindigingReader : IBerichtReader
{
    /// <inheritdoc />
    public Partnerbericht Read(JsonFields data) => TaalVelden.Over(data, new Lesbeeindiging(
        TaalVelden.Datum(data),
        data.Required("reden").OneOf("diploma", "verhuizing", "overstap", "gestopt", "verzuim", "overig")));
}
