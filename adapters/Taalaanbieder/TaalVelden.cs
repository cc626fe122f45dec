using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Taalaanbieder;

/// <summary>What several of a school's messages hold.</summary>
/// <remarks>Spelling and what is required: ours (ASM).</remarks>
internal static class TaalVelden
{
    /// <summary>Hours in the longest month: more cannot be.</summary>
    public const int MaandUren = 744;

    /// <summary>The message about the one person it names. A school has a client per gemeente, so it need not say for which it is.</summary>
    public static Partnerbericht Over(JsonFields data, params IReadOnlyList<object> records) => new()
    {
        Gemeentecode = data.Optional("gemeentecode")?.Text(tekst => tekst.Length == 4 && tekst.All(char.IsAsciiDigit), "Is geen gemeentecode van vier cijfers."),
        Personen = [new Persoonsbericht(Persoonsaanduiding.Read(data), records)],
    };

    public static DateOnly Datum(JsonFields data) => data.Required("datum").Date();
}
